package org.recordlake.format.mapped;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.recordlake.format.tabular.Amounts;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.StableKey;
import org.recordlake.format.time.Moment;
import org.recordlake.format.time.Moments;

/** Makes the cells of a row from the fields of a record, as a mapping says. */
final class MappedCells {
  private final Mapping mapping;
  private final ZoneId zone;
  private final Map<String, DateTimeFormatter> formatters = new HashMap<>();

  MappedCells(Mapping mapping, ZoneId zone) {
    this.mapping = mapping;
    this.zone = zone;
  }

  /**
   * @param says what the record says under a name; empty if nothing
   */
  Cells of(Mapping.Table table, Function<String, Optional<String>> says) {
    Cells cells = new Cells();
    table.columns().forEach(column -> cells.put(column.column(), value(column, says)));
    return cells;
  }

  private Optional<String> value(MappedColumn column, Function<String, Optional<String>> says) {
    if (column instanceof MappedColumn.Constant constant) {
      return Optional.of(constant.value());
    } else if (column instanceof MappedColumn.Key key) {
      return key(key, says);
    } else if (column instanceof MappedColumn.Field field) {
      return says.apply(field.field())
          .or(() -> Optional.of(field.otherwise()).filter(text -> !text.isEmpty()))
          .map(text -> field.words().getOrDefault(text.toLowerCase(Locale.ROOT), text))
          .filter(text -> !text.isEmpty())
          .map(text -> read(field, text));
    }
    throw new IllegalStateException("Cannot map " + column.getClass().getSimpleName());
  }

  private static Optional<String> key(
      MappedColumn.Key key, Function<String, Optional<String>> says) {
    String[] parts =
        key.fields().stream().map(name -> says.apply(name).orElse("")).toArray(String[]::new);
    if (java.util.Arrays.stream(parts).allMatch(String::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        key.number() ? Long.toString(StableKey.number(parts)) : StableKey.text(parts));
  }

  private String read(MappedColumn.Field field, String text) {
    return switch (field.kind()) {
      case TEXT -> text;
      case NUMBER -> Amounts.cell(text, mapping.decimal());
      case DAY ->
          moment(field, text)
              .map(found -> found.written().toLocalDate().toString())
              .orElse(Moments.UNREADABLE);
      case INSTANT -> moment(field, text).map(found -> found.utc(zone)).orElse(Moments.UNREADABLE);
    };
  }

  private Optional<Moment> moment(MappedColumn.Field field, String text) {
    for (String pattern : field.patterns()) {
      Optional<Moment> found = moment(formatter(pattern), text);
      if (found.isPresent()) {
        return found;
      }
    }
    return field.patterns().isEmpty() ? Moments.moment(text, mapping.dates()) : Optional.empty();
  }

  private DateTimeFormatter formatter(String pattern) {
    return formatters.computeIfAbsent(
        pattern, form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH));
  }

  private static Optional<Moment> moment(DateTimeFormatter form, String text) {
    try {
      TemporalAccessor found =
          form.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
      if (found instanceof ZonedDateTime zoned) {
        return Optional.of(Moment.of(zoned.toLocalDateTime(), Optional.of(zoned.getOffset())));
      } else if (found instanceof LocalDateTime local) {
        return Optional.of(Moment.of(local, Optional.empty()));
      }
      return Optional.of(new Moment(((LocalDate) found).atStartOfDay(), Optional.empty(), false));
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }
}
