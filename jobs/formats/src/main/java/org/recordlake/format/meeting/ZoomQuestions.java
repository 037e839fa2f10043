package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.FileTimes;

/**
 * A Zoom Q&amp;A report: the meeting, then a line for each question with who asked and what was
 * answered. Further answers stand in further columns, or on lines below without a question. The
 * file is held whole, bounded by {@link ExportRecords}.
 */
record ZoomQuestions(String format, ReaderSettings settings) implements MeetingReader {
  @Override
  public Set<String> tables(Head head) {
    boolean meeting = head.records().stream().anyMatch(ZoomMeeting::isLabels);
    boolean questions = head.records().stream().anyMatch(one -> QuestionHeader.of(one).isPresent());
    return meeting && questions ? Set.of(CHAT, MEETINGS) : Set.of();
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    Report report = Report.of(ExportRecords.of(file, said, CHAT));
    report.between().forEach(said::outside);
    FileTimes moments = MeetingReader.times(file, settings, report.times());
    Optional<MeetingKey> key = report.meeting().flatMap(facts -> facts.key(moments, file.zone()));
    report.meeting().ifPresent(facts -> facts.into(said, key, moments));
    key.ifPresentOrElse(
        known -> report.into(said, known, moments),
        () -> report.rows().forEach(row -> said.undated(CHAT, row)));
  }

  /** The report taken apart. */
  private record Report(
      Optional<ZoomMeeting> meeting,
      Optional<QuestionHeader> header,
      List<SourceRecord> rows,
      List<SourceRecord> between) {

    static Report of(List<SourceRecord> records) {
      Optional<ZoomMeeting> meeting = Optional.empty();
      Optional<QuestionHeader> header = Optional.empty();
      List<SourceRecord> rows = new ArrayList<>();
      List<SourceRecord> between = new ArrayList<>();
      for (int i = 0; i < records.size(); i++) {
        SourceRecord record = records.get(i);
        boolean labels = meeting.isEmpty() && ZoomMeeting.isLabels(record);
        Optional<QuestionHeader> found = QuestionHeader.of(record);
        if (labels && i + 1 < records.size()) {
          i++;
          meeting = Optional.of(new ZoomMeeting(record, records.get(i)));
          between.add(record);
        } else if (found.isPresent() || header.isEmpty() || record.isBlank()) {
          header = found.isPresent() ? found : header;
          between.add(record);
        } else {
          rows.add(header.get().columns().withoutSecrets(record));
        }
      }
      return new Report(meeting, header, rows, between);
    }

    List<String> times() {
      List<String> times = new ArrayList<>();
      meeting.ifPresent(facts -> times.addAll(facts.values().fields()));
      header.ifPresent(
          columns ->
              rows.forEach(row -> columns.columns().value(row, "time").ifPresent(times::add)));
      return times;
    }

    void into(Said said, MeetingKey key, FileTimes moments) {
      QuestionHeader columns = header.orElseThrow();
      Map<String, Integer> asked = new HashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        SourceRecord row = rows.get(i);
        Optional<String> question = columns.question(row);
        if (question.isEmpty()) {
          said.broken(CHAT, row, "NO_QUESTION");
          continue;
        }
        List<String> answers = new ArrayList<>(columns.answers(row));
        while (i + 1 < rows.size() && columns.continues(rows.get(i + 1))) {
          i++;
          said.outside(rows.get(i));
          answers.addAll(columns.answers(rows.get(i)));
        }
        Optional<Instant> at = columns.columns().value(row, "time").flatMap(moments::instant);
        List<AskedQuestion.Given> given = answers.stream().map(AskedQuestion.Given::of).toList();
        new AskedQuestion(row.line(), row.csv(), columns.person(row), at, question.get(), given)
            .into(said, key, asked);
      }
    }
  }
}
