package org.recordlake.format.tabular;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.recordlake.format.Batches;
import org.recordlake.format.RawRow;
import org.recordlake.format.Unpacking;
import org.recordlake.format.UnreadableFile;

/**
 * The objects of a JSON text, one at a time. Pages of an answer may follow one another, as lines or
 * in a list; each holds a list of objects, or one object alone, under a path of names. With an
 * empty path the objects themselves follow one another, as lines or in lists.
 */
public final class JsonItems extends Batches<RawRow> {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final JsonFactory TOKENS = JSON.getFactory();

  private final JsonParser parser;
  private final List<String> path;
  private final Item item;
  private boolean within;
  private boolean begun;

  /** Makes a row of an object, or none. */
  @FunctionalInterface
  public interface Item {
    Optional<RawRow> row(JsonNode object, long line);
  }

  /**
   * @param path names joined by dots under which the list lies; empty for the text itself
   * @throws UnreadableFile here or when asked for objects, if there is no such list
   */
  public JsonItems(Reader text, String path, Item item) throws IOException {
    this.item = item;
    this.path = path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
    this.parser = TOKENS.createParser(text);
  }

  private void descend(String name) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new UnreadableFile("the JSON text has no list where the layout has one");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(name);
      parser.nextToken();
      if (found) {
        return;
      }
      parser.skipChildren();
    }
    throw new UnreadableFile("the JSON text has no list where the layout has one");
  }

  @Override
  protected boolean more() {
    try {
      if (!begun) {
        parser.nextToken();
      }
      Optional<RawRow> row = read();
      row.ifPresent(this::add);
      begun = true;
      return row.isPresent();
    } catch (JsonProcessingException e) {
      String how = begun ? "is malformed or breaks off" : "is malformed";
      throw new UnreadableFile("the JSON text " + how, e);
    } catch (IOException e) {
      throw Unpacking.failure(e);
    }
  }

  /** The next object, of this page or a later one. */
  private Optional<RawRow> read() throws IOException {
    while (parser.currentToken() != null) {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT && !within && !path.isEmpty()) {
        openPage();
      } else if (token == JsonToken.START_OBJECT) {
        Optional<RawRow> row = object();
        if (row.isPresent()) {
          return row;
        }
      } else if (token == JsonToken.END_ARRAY && within) {
        closePage();
      } else if (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        parser.nextToken();
      } else {
        throw new UnreadableFile("the JSON text has something else where the layout has objects");
      }
    }
    return Optional.empty();
  }

  private Optional<RawRow> object() throws IOException {
    long line = parser.currentTokenLocation().getLineNr();
    boolean alone = within && !parser.getParsingContext().getParent().inArray();
    JsonNode object = JSON.readTree(parser);
    if (alone) {
      closePage();
    } else {
      parser.nextToken();
    }
    return item.row(object, Math.max(1, line));
  }

  private void openPage() throws IOException {
    for (String name : path) {
      descend(name);
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      parser.nextToken();
    } else if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new UnreadableFile("the JSON text has no list where the layout has one");
    }
    within = true;
  }

  /** Passes over what the page says below its list. */
  private void closePage() throws IOException {
    for (int level = 0; level < path.size(); level++) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        parser.skipChildren();
      }
    }
    within = false;
    parser.nextToken();
  }
}
