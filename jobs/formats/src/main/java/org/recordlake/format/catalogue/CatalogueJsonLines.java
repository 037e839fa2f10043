package org.recordlake.format.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Batches;
import org.recordlake.format.Head;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.TableShape;
import org.recordlake.format.Unpacking;

/**
 * One JSON object a line, UTF-8, whose names are the catalogue's own column names; absent names are
 * empty values.
 *
 * @param layouts which table a set of names belongs to
 */
record CatalogueJsonLines(CatalogueNames layouts) implements SourceReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  @Override
  public String format() {
    return "catalogue-jsonl";
  }

  @Override
  public Set<String> tables(Head head) {
    String text = head.text().strip();
    if (!text.startsWith("{")) {
      return Set.of();
    }
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<Set<String>> objects =
        text.lines().map(CatalogueJsonLines::names).filter(names -> !names.isEmpty()).toList();
    objects.forEach(names -> names.forEach(name -> seen.merge(name, 1, Integer::sum)));
    // A name that most objects lack and no table has is one row's mistake, not the layout.
    Set<String> usual = new LinkedHashSet<>();
    seen.forEach(
        (name, count) -> {
          if (count * 2 >= objects.size()) {
            usual.add(name);
          }
        });
    return usual.isEmpty() ? Set.of() : layouts.table(head.source(), usual);
  }

  private static Set<String> names(String line) {
    Set<String> names = new LinkedHashSet<>();
    try {
      JsonNode json = JSON.readTree(line);
      if (json != null && json.isObject()) {
        json.fieldNames().forEachRemaining(names::add);
      }
    } catch (JsonProcessingException e) {
      return Set.of();
    }
    return names;
  }

  @Override
  public Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    return new Rows(new BufferedReader(file.text()), table);
  }

  private static final class Rows extends Batches<RawRow> {
    private final BufferedReader lines;
    private final TableShape table;
    private long line;

    Rows(BufferedReader lines, TableShape table) {
      this.lines = lines;
      this.table = table;
    }

    @Override
    protected boolean more() {
      try {
        String text = lines.readLine();
        line++;
        if (text != null && !text.isBlank()) {
          add(row(text));
        }
        return text != null;
      } catch (IOException e) {
        throw Unpacking.failure(e);
      }
    }

    private RawRow row(String text) {
      String[] cells = new String[table.columns().size()];
      try {
        JsonNode json = JSON.readTree(text);
        if (!json.isObject()) {
          return broken(text, "NOT_AN_OBJECT");
        }
        ObjectNode raw = ((ObjectNode) json).deepCopy();
        raw.remove(table.refused());
        Optional<String> problem = Optional.empty();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
          int column = table.columns().indexOf(entry.getKey());
          if (column < 0 || entry.getValue().isContainerNode()) {
            problem = Optional.of(column < 0 ? "UNKNOWN_FIELD" : "NESTED_VALUE");
          } else if (!entry.getValue().isNull()) {
            cells[column] = entry.getValue().asText();
          }
        }
        return new RawRow(line, cells, raw::toString, problem);
      } catch (JsonProcessingException e) {
        return broken(text, "MALFORMED_JSON");
      }
    }

    private RawRow broken(String text, String code) {
      return table.broken(line, text, code);
    }
  }
}
