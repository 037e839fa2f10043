package org.recordlake.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.Check;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.Linkage;
import org.recordlake.catalog.Notice;
import org.recordlake.catalog.SubjectLink;
import org.recordlake.catalog.TableSpec;

/**
 * One table in words.
 *
 * @param facts what there is to say about the table as a whole
 * @param retention how long its rows live, first rule that applies first
 * @param columns its columns as a source delivers them, then those the program adds
 */
public record TablePage(
    String name,
    String zone,
    String qualifiedName,
    String grain,
    String description,
    List<Fact> facts,
    List<RetentionWords> retention,
    List<ColumnWords> columns,
    List<String> checks) {

  /** A named value. */
  public record Fact(String label, String value) {}

  /** A column in words; {@code protection} is empty where nothing is done to it. */
  public record ColumnWords(
      String name,
      String type,
      String nullable,
      String pii,
      String protection,
      String description) {}

  static TablePage of(TableSpec table, Catalog catalog) {
    return new TablePage(
        table.name(),
        table.zone().folder(),
        table.qualifiedName(),
        table.grain(),
        table.about().description().strip(),
        facts(table, catalog.notice()),
        table.retention().stream()
            .map(clause -> RetentionWords.of(clause, catalog.notice()))
            .toList(),
        Stream.concat(table.columns().stream(), systemColumns(table))
            .map(TablePage::column)
            .toList(),
        table.checks().stream().map(TablePage::check).toList());
  }

  private static String linkage(Linkage linkage) {
    return switch (linkage.part()) {
      case REFERENCE -> "rows are compared with those that seek whom they are about";
      case SEEKING -> "rows that do not say whom they are about are linked";
      case NAMED -> "rows are found by the people they name, and never linked";
    };
  }

  private static Stream<Column> systemColumns(TableSpec table) {
    return table.storedColumns().stream()
        .filter(column -> !table.contentColumns().contains(column.name()));
  }

  private static List<Fact> facts(TableSpec table, Notice notice) {
    List<Fact> facts = new ArrayList<>();
    table.category().ifPresent(id -> facts.add(new Fact("Notice category", title(id, notice))));
    facts.add(new Fact("Owner", table.about().owner()));
    facts.add(new Fact("Key", String.join(", ", table.key())));
    table
        .subject()
        .ifPresent(subject -> facts.add(new Fact("Whom a row is about", about(subject))));
    table.role().ifPresent(role -> facts.add(new Fact("Role", role.word())));
    table.linkage().ifPresent(own -> facts.add(new Fact("Record linkage", linkage(own))));
    table.recordSource().ifPresent(source -> facts.add(new Fact("Record source", source)));
    if (!table.sources().isEmpty()) {
      facts.add(new Fact("Filled from", sources(table)));
    }
    table
        .mart()
        .ifPresent(
            mart ->
                facts.add(
                    new Fact("Made by", mart.job() + " from " + String.join(", ", mart.reads()))));
    return facts;
  }

  private static String title(String category, Notice notice) {
    return notice.categories().stream()
        .filter(item -> item.id().equals(category))
        .map(item -> item.id() + " · " + item.title())
        .findFirst()
        .orElse(category);
  }

  private static String about(SubjectLink subject) {
    if (subject instanceof SubjectLink.ByColumn link) {
      return "the individual in " + link.column();
    }
    return "nobody: " + ((SubjectLink.Nobody) subject).reason();
  }

  private static String sources(TableSpec table) {
    return table.sources().stream()
        .map(source -> "landing/" + source.folder() + " (" + source.format() + ")")
        .collect(Collectors.joining(", "));
  }

  private static ColumnWords column(Column column) {
    return new ColumnWords(
        column.name(),
        column.type().toString(),
        column.nullable() ? "yes" : "no",
        column.pii().name().toLowerCase(Locale.ROOT),
        switch (column.protection()) {
          case NONE -> "";
          case CARD, BANK_ACCOUNT -> "stored as " + storedNames(column);
          case REFUSE -> "refused, never stored";
          case FREE_TEXT -> "numbers of cards and accounts blotted out";
          case MEDIA -> "file under a random name";
        },
        column.description());
  }

  private static String storedNames(Column column) {
    return column.stored().stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private static String check(Check check) {
    return text(check)
        + check
            .when()
            .map(when -> " where " + when.column() + " is " + String.join(" or ", when.values()))
            .orElse("")
        + ", or the row is set aside as "
        + check.code();
  }

  private static String text(Check check) {
    String column = check.column();
    if (check instanceof Check.Min min) {
      return column + " is at least " + min.least().toPlainString();
    } else if (check instanceof Check.Max max) {
      return column + " is at most " + max.most().toPlainString();
    } else if (check instanceof Check.In in) {
      return column + " is one of " + String.join(", ", in.values());
    } else if (check instanceof Check.Matches matches) {
      return column + " has the form " + matches.pattern().name().toLowerCase(Locale.ROOT);
    } else if (check instanceof Check.NotBefore notBefore) {
      return column + " is not before " + notBefore.other();
    } else if (check instanceof Check.Empty) {
      return column + " is empty";
    }
    return column + " is exactly " + ((Check.Equals) check).value();
  }
}
