package org.recordlake.ingest.recognise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.catalog.Catalog;
import org.recordlake.format.Archive;
import org.recordlake.format.Head;
import org.recordlake.format.Reading;
import org.recordlake.format.SheetsReader;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.Unpacking;
import org.recordlake.format.UnreadableFile;
import org.recordlake.format.source.Candidate;
import org.recordlake.format.source.Sources;
import org.recordlake.ingest.land.CopyRetention;
import org.recordlake.ingest.land.FileAccess;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.job.JobContext;

/**
 * Says which reader and which tables a file is for, by its layout: the names its beginning shows,
 * never its values.
 */
public final class Layouts {
  private static final LineRangeFinder RANGES = new LineRangeFinder(16L << 20, 8L << 20);

  private final Catalog catalog;
  private final FileAccess access;
  private final ZoneId zone;
  private final Sources sources;

  public static Layouts of(JobContext context) {
    return new Layouts(
        context.catalog(),
        FileAccess.of(context),
        context.settings().zone(),
        Sources.load(context.settings(), context.catalog()));
  }

  private Layouts(Catalog catalog, FileAccess access, ZoneId zone, Sources sources) {
    this.catalog = catalog;
    this.access = access;
    this.zone = zone;
    this.sources = sources;
  }

  /** The reader and tables of {@code file}; empty if no layout fits. */
  public Optional<RecognisedFile> recognise(LandedFile file) {
    try (SourceFile content = file.open(new Reading(zone, file.modifiedAt()), access)) {
      List<Head> heads = content.heads();
      List<Candidate> candidates = sources.candidates(file.source(), file.modifiedAt());
      for (Head head : heads) {
        for (Candidate candidate : candidates) {
          if (fits(candidate.reader(), head)) {
            return Optional.of(recognised(file, content, heads, head, candidate));
          }
        }
      }
      return Optional.empty();
    } catch (UnreadableFile damaged) {
      return Optional.empty();
    } catch (IOException e) {
      if (Unpacking.damage(e).isPresent()) {
        return Optional.empty();
      }
      throw file.unreadable(e);
    }
  }

  /** Whether the layout is the reader's, and all it would fill is in this notice's catalogue. */
  private boolean fits(SourceReader reader, Head head) {
    Set<String> tables = reader.tables(head);
    return !tables.isEmpty() && tables.stream().allMatch(catalog::contains);
  }

  private RecognisedFile recognised(
      LandedFile file, SourceFile content, List<Head> heads, Head head, Candidate candidate)
      throws IOException {
    SourceReader reader = candidate.reader();
    if (content.isWorkbook() && (heads.size() > 1 || content.loose().hasNext())) {
      reader = SheetsReader.of(heads, like(file, candidate, heads)).orElseThrow();
    }
    return new RecognisedFile(
        file,
        reader,
        reader.tables(head).stream().sorted().map(catalog::table).toList(),
        candidate.reading(),
        RANGES.of(file, reader, head, access),
        CopyRetention.of(heads),
        candidate.daysFrom(head));
  }

  /** Readers for the other tables of a workbook: those that take times and empty columns alike. */
  private List<SourceReader> like(LandedFile file, Candidate first, List<Head> heads) {
    return sources.candidates(file.source(), file.modifiedAt()).stream()
        .filter(candidate -> candidate.reading().equals(first.reading()))
        .map(Candidate::reader)
        .filter(reader -> reader.partial() == first.reader().partial())
        .filter(
            reader ->
                heads.stream()
                    .flatMap(head -> reader.tables(head).stream())
                    .allMatch(catalog::contains))
        .toList();
  }

  /** How long a copy of a file of no known layout may lie. */
  public CopyRetention copyRetention(LandedFile file) {
    try (SourceFile content = file.open(new Reading(zone, file.modifiedAt()), access)) {
      return CopyRetention.of(content.heads());
    } catch (UnreadableFile | IOException nothingToSee) {
      return CopyRetention.USUAL;
    }
  }

  /** Why a file is of no known layout; holds no value of it. */
  public String whyUnknown(LandedFile file) {
    if (file.size() == 0) {
      return "the file is empty";
    }
    boolean lone = file.entry().isEmpty();
    try (SourceFile content = file.open(new Reading(zone, file.modifiedAt()), access)) {
      if (lone && Archive.isArchive(file.name())) {
        Archive.entries(content.bytes());
      } else if (Archive.isArchive(file.entry())) {
        return "an archive within an archive; unpack it and drop what is in it";
      }
      content.heads();
      return "no known layout: the names in its beginning fit no table, or several";
    } catch (UnreadableFile e) {
      return e.reason();
    } catch (IOException e) {
      return Unpacking.damage(e).orElseThrow(() -> new UncheckedIOException(e)).reason();
    }
  }
}
