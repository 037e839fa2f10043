package org.recordlake.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the program knows of one table, from one catalogue file.
 *
 * @param file the catalogue file, for messages
 * @param records what the notice asks of a table with records; empty in other zones
 * @param mart how it is made, of a mart
 */
public record TableSpec(
    String file,
    String name,
    Zone zone,
    About about,
    Records records,
    Optional<Mart> mart,
    Layout layout,
    Content content) {

  /** Who gave the record: a record source category of the notice. */
  public static final String RECORD_SOURCE = "record_source";

  /** SHA-256 of the file the row came with. */
  public static final String INGESTED_FILE = "ingested_file";

  /** As-of date of the run that stored the row's present content. */
  public static final String RECORDED_ON = "recorded_on";

  /** Last day of the row's life where the row itself tells it. */
  public static final String DUE_ON = "due_on";

  private static final List<Column> SYSTEM_COLUMNS =
      List.of(
          new Column(
              RECORD_SOURCE,
              ColumnType.STRING,
              false,
              PiiClass.NONE,
              Protection.NONE,
              "Who gave the record: a record source of the notice."),
          new Column(
              INGESTED_FILE,
              ColumnType.STRING,
              false,
              PiiClass.NONE,
              Protection.NONE,
              "SHA-256 of the file the row came with."),
          new Column(
              RECORDED_ON,
              ColumnType.DATE,
              false,
              PiiClass.NONE,
              Protection.NONE,
              "As-of date of the run that stored the present content."),
          new Column(
              DUE_ON,
              ColumnType.DATE,
              true,
              PiiClass.NONE,
              Protection.NONE,
              "Last day the row may be kept, where the row itself tells it."));

  /**
   * For people.
   *
   * @param grain "one row per …"
   */
  public record About(String grain, String description, String owner) {}

  /**
   * How rows fit into the notice and its features.
   *
   * @param category number of the notice's category of records, or {@code marketing}
   * @param subject how a row leads to the individual it is about
   * @param recordSource who gives the rows, as the notice calls it
   * @param role what the table is to a feature of the program
   * @param linkage what its rows do in record linkage
   */
  public record Records(
      Optional<String> category,
      Optional<SubjectLink> subject,
      Optional<String> recordSource,
      List<Source> sources,
      Optional<Role> role,
      Optional<Linkage> linkage) {
    public Records {
      sources = List.copyOf(sources);
    }
  }

  /**
   * What tells rows apart, and how they lie.
   *
   * @param latestBy column that decides which of two rows with one key is the later; without it the
   *     later arrival is
   * @param knownOn date column that tells from which day on the row was known; a look back leaves
   *     out what was not
   * @param statistics columns whose least and greatest values may stand in file statistics
   * @param clusterBy columns by which rows lie together
   */
  public record Layout(
      List<String> key,
      Optional<String> latestBy,
      Optional<String> knownOn,
      List<String> statistics,
      List<String> clusterBy) {
    public Layout {
      key = List.copyOf(key);
      statistics = List.copyOf(statistics);
      clusterBy = List.copyOf(clusterBy);
    }
  }

  /**
   * What rows hold, what each must keep to, and how long it lives.
   *
   * @param consent whose choice some of the rows need besides
   */
  public record Content(
      List<Column> columns,
      List<Check> checks,
      List<RetentionClause> retention,
      Optional<Consent> consent) {
    public Content(List<Column> columns, List<Check> checks, List<RetentionClause> retention) {
      this(columns, checks, retention, Optional.empty());
    }

    public Content {
      columns = List.copyOf(columns);
      checks = List.copyOf(checks);
      retention = List.copyOf(retention);
    }
  }

  /**
   * Files that fill the table.
   *
   * @param folder sub-folder of the landing folder
   * @param format layout of the files; {@code catalogue} is CSV or JSON lines in the catalogue's
   *     column names
   */
  public record Source(String folder, String format) {}

  /**
   * How a mart is made.
   *
   * @param job the job that rebuilds it
   * @param reads the tables its SQL model imports
   * @param incremental how rows can be made anew one by one; empty if only all at once
   */
  public record Mart(String job, List<String> reads, Optional<Incremental> incremental) {
    public Mart {
      reads = List.copyOf(reads);
    }
  }

  public String grain() {
    return about.grain();
  }

  public Optional<String> category() {
    return records.category();
  }

  public Optional<SubjectLink> subject() {
    return records.subject();
  }

  public Optional<String> recordSource() {
    return records.recordSource();
  }

  public List<Source> sources() {
    return records.sources();
  }

  public Optional<Role> role() {
    return records.role();
  }

  /** Whether its rows stand for files of paper, which no run can destroy. */
  public boolean isPaper() {
    return role().equals(Optional.of(Role.PAPER));
  }

  public Optional<Linkage> linkage() {
    return records.linkage();
  }

  public List<String> key() {
    return layout.key();
  }

  public Optional<String> latestBy() {
    return layout.latestBy();
  }

  public Optional<String> knownOn() {
    return layout.knownOn();
  }

  public List<String> statistics() {
    return layout.statistics();
  }

  public List<String> clusterBy() {
    return layout.clusterBy();
  }

  /** The columns that tell one row, or the person it is about, from another, as links name it. */
  public List<String> rowName() {
    return linkage().map(Linkage::person).filter(own -> !own.isEmpty()).orElse(key());
  }

  /** The column that tells which day a row is about; empty if none does. */
  public Optional<String> recordDate() {
    return knownOn()
        .or(() -> retention().stream().flatMap(clause -> ownDate(clause).stream()).findFirst());
  }

  private static Optional<String> ownDate(RetentionClause clause) {
    if (clause instanceof RetentionClause.ByOwnDate own) {
      return Optional.of(own.column());
    }
    return clause instanceof RetentionClause.ByOtherTable other
        ? other.ownDate().or(other::waitsFrom)
        : Optional.empty();
  }

  public List<Column> columns() {
    return content.columns();
  }

  public List<Check> checks() {
    return content.checks();
  }

  public List<RetentionClause> retention() {
    return content.retention();
  }

  public Optional<Consent> consent() {
    return content.consent();
  }

  /** Path below the lake root. */
  public String path() {
    return zone.folder() + "/" + name;
  }

  /** Name for queries: zone and table. */
  public String qualifiedName() {
    return zone.folder() + "." + name;
  }

  /** The columns as they are stored, system columns last. */
  public List<Column> storedColumns() {
    Stream<Column> system = zone == Zone.RECORDS ? SYSTEM_COLUMNS.stream() : Stream.empty();
    return Stream.concat(columns().stream().flatMap(column -> column.stored().stream()), system)
        .toList();
  }

  /** The stored columns that come from the source, without the system columns. */
  public List<String> contentColumns() {
    return columns().stream()
        .flatMap(column -> column.stored().stream())
        .map(Column::name)
        .toList();
  }

  public Optional<Column> column(String columnName) {
    return columns().stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  public Optional<Column> storedColumn(String columnName) {
    return storedColumns().stream().filter(column -> column.name().equals(columnName)).findFirst();
  }
}
