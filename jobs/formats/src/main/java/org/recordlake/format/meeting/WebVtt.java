package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.Head;
import org.recordlake.format.SourceFile;

/**
 * A transcript in WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format"). Each cue is a passage
 * spoken in the meeting, or one for each voice in it, and becomes a message of kind {@code spoken}.
 * Times count from the start of the recording, which the file's name tells, see {@link FileMoment}.
 * The file is held whole, bounded by {@link Lines}.
 */
record WebVtt(String format) implements MeetingReader {
  private static final Pattern TIMING =
      Pattern.compile("(?:(\\d{1,3}):)?(\\d{2}):(\\d{2})[.,](\\d{3})\\s+-->\\s+\\S+.*");
  private static final Pattern VOICE = Pattern.compile("^<v(?:\\.\\S*)?\\s+([^>]{1,120})>");

  /** Several people may speak in one cue. */
  private static final Pattern PASSAGES = Pattern.compile("\\s*(?=<v[. ])");

  private static final Pattern NAMED = Pattern.compile("^([^:<>]{1,80}):\\s+(?=\\S)");

  /** What stands in sentences and seldom in names. */
  private static final Pattern SENTENCE = Pattern.compile("[.?!,;]");

  private static final Pattern TAG = Pattern.compile("</?[a-z][^<>]{0,200}>");

  @Override
  public Set<String> tables(Head head) {
    String first = head.text().lines().findFirst().orElse("").strip();
    return first.equals("WEBVTT") || first.matches("WEBVTT[ \\t].*") ? Set.of(CHAT) : Set.of();
  }

  /**
   * A block of lines between blank ones.
   *
   * @param line number of its first line, from 1
   */
  private record Block(int line, List<String> lines) {
    Optional<Matcher> timing() {
      for (int i = 0; i < Math.min(2, lines.size()); i++) {
        Matcher matcher = TIMING.matcher(lines.get(i));
        if (matcher.matches()) {
          return Optional.of(matcher);
        }
      }
      return Optional.empty();
    }

    String text() {
      int from = TIMING.matcher(lines.get(0)).matches() ? 1 : 2;
      return String.join(" ", lines.subList(Math.min(from, lines.size()), lines.size())).strip();
    }

    String raw() {
      return String.join("\n", lines);
    }
  }

  @Override
  public DaysFrom daysFrom(Head head) {
    return DaysFrom.FILE_NAME;
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    Optional<FileMoment> named = FileMoment.of(file.name(), file.zone());
    Map<String, Integer> told = new HashMap<>();
    List<Block> blocks = blocks(Lines.of(file));
    Set<String> speakers = speakers(blocks);
    for (Block block : blocks) {
      Optional<Matcher> timing = block.timing();
      if (timing.isEmpty()) {
        // The title, notes, styles and regions.
        said.outside(block.line());
      } else if (named.isEmpty()) {
        said.broken(CHAT, block.line(), block.raw(), NO_MEETING_DATE);
      } else if (block.text().isEmpty()) {
        said.broken(CHAT, block.line(), block.raw(), "EMPTY_MESSAGE");
      } else {
        MeetingKey key = named.get().key(Optional.empty(), file.zone());
        for (String passage : PASSAGES.split(block.text())) {
          Spoken spoken = Spoken.of(passage, speakers);
          passage(said, key, named.get().start(), block, spoken, offset(timing.get()), told);
        }
      }
    }
  }

  /**
   * What precedes a colon at the beginning of cues and is a name: words that hold no mark of a
   * sentence, or that several cues begin with.
   */
  private static Set<String> speakers(List<Block> blocks) {
    Map<String, Integer> beginnings = new HashMap<>();
    for (Block block : blocks) {
      if (block.timing().isPresent()) {
        Matcher named = NAMED.matcher(block.text());
        if (named.find()) {
          beginnings.merge(named.group(1), 1, Integer::sum);
        }
      }
    }
    beginnings.entrySet().removeIf(it -> SENTENCE.matcher(it.getKey()).find() && it.getValue() < 2);
    return Set.copyOf(beginnings.keySet());
  }

  /**
   * A passage taken apart.
   *
   * @param speaker empty if the cue does not say
   */
  private record Spoken(String speaker, String text) {
    static Spoken of(String passage, Set<String> speakers) {
      Matcher voice = VOICE.matcher(passage);
      if (voice.find()) {
        return new Spoken(voice.group(1), passage.substring(voice.end()));
      }
      Matcher named = NAMED.matcher(passage);
      return named.find() && speakers.contains(named.group(1))
          ? new Spoken(named.group(1), passage.substring(named.end()))
          : new Spoken("", passage);
    }
  }

  private static List<Block> blocks(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        open = false;
      } else {
        if (!open) {
          blocks.add(new Block(i + 1, new ArrayList<>()));
          open = true;
        }
        blocks.get(blocks.size() - 1).lines().add(lines.get(i).strip());
      }
    }
    return blocks;
  }

  private static Duration offset(Matcher timing) {
    long hours = timing.group(1) == null ? 0 : Long.parseLong(timing.group(1));
    return Duration.ofHours(hours)
        .plusMinutes(Long.parseLong(timing.group(2)))
        .plusSeconds(Long.parseLong(timing.group(3)))
        .plusMillis(Long.parseLong(timing.group(4)));
  }

  private static void passage(
      Said said,
      MeetingKey key,
      Optional<Instant> start,
      Block block,
      Spoken spoken,
      Duration offset,
      Map<String, Integer> told) {
    String speaker = spoken.speaker();
    String text = plain(spoken.text());
    String what = String.join("\u0001", offset.toString(), speaker, text);
    String number = StableId.of(what, "" + told.merge(what, 1, Integer::sum));
    if (text.isEmpty()) {
      said.broken(CHAT, block.line(), block.raw(), "EMPTY_MESSAGE");
      return;
    }
    new Message(key, block.line(), number, block.raw())
        .into(
            said,
            "spoken",
            Person.of(plain(speaker), ""),
            start.map(at -> at.plus(offset)),
            text,
            Map.of());
  }

  /** Without tags, and with the characters that stand for themselves. */
  private static String plain(String text) {
    return TAG.matcher(text)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .strip();
  }
}
