package org.recordlake.ingest;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.config.Settings;
import org.recordlake.ingest.format.Head;
import org.recordlake.ingest.format.SourceFile;
import org.recordlake.ingest.format.SourceReader;
import org.recordlake.ingest.format.UnreadableFile;
import org.recordlake.ingest.format.meeting.MeetingReaders;
import org.recordlake.ingest.format.meeting.MeetingSettings;
import org.recordlake.problem.Failure;

/**
 * Says which reader and which tables a file is for, by its layout: the names its beginning shows,
 * never its values.
 */
final class Layouts {
  private final Catalog catalog;
  private final Configuration hadoop;
  private final ZoneId zone;
  private final List<SourceReader> readers;

  Layouts(Catalog catalog, Configuration hadoop, Settings settings) {
    this.catalog = catalog;
    this.hadoop = hadoop;
    this.zone = settings.zone();
    this.readers = readers(CatalogueNames.of(catalog), settings);
  }

  /** Every reader, the more demanding first. */
  private static List<SourceReader> readers(CatalogueNames names, Settings settings) {
    List<SourceReader> readers = new ArrayList<>();
    readers.addAll(MeetingReaders.all(MeetingSettings.of(settings)));
    readers.addAll(BusinessReaders.all());
    readers.add(new CatalogueJsonLines(names));
    readers.add(new CatalogueCsv(names));
    return List.copyOf(readers);
  }

  /**
   * A file whose layout is known.
   *
   * @param tables the tables its rows are for
   */
  record Recognised(LandedFile file, SourceReader reader, List<TableSpec> tables) {
    Recognised at(LandedFile copy) {
      return new Recognised(copy, reader, tables);
    }
  }

  /** The reader and tables of {@code file}; empty if no layout fits. */
  Optional<Recognised> recognise(LandedFile file) {
    try (SourceFile content = file.open(zone, hadoop)) {
      Head head = content.head();
      for (SourceReader reader : readers) {
        Set<String> tables = reader.tables(head);
        if (!tables.isEmpty()) {
          return Optional.of(
              new Recognised(file, reader, tables.stream().sorted().map(catalog::table).toList()));
        }
      }
      return Optional.empty();
    } catch (UnreadableFile e) {
      return Optional.empty();
    } catch (IOException e) {
      if (org.recordlake.ingest.format.Unpacking.failure(e) instanceof UnreadableFile) {
        return Optional.empty();
      }
      throw Failure.storage(
          "a landed file cannot be read",
          file.source(),
          "Check the permissions, then run again",
          e);
    }
  }
}
