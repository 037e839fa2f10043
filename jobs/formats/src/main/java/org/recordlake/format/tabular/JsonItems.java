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
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.recordlake.format.RawRow;
import org.recordlake.format.Unpacking;
import org.recordlake.format.UnreadableFile;

/**
 * The objects of a JSON text, one at a time. Pages of an answer may follow one another, as lines or
 * in a list; each holds a list of objects, or one object alone, under a path of names. With an
 * empty path the objects themselves follow one another, as lines or in lists.
 */
public final class JsonItems implements Iterator<RawRow> {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final JsonFactory TOKENS = JSON.getFactory();

  private final JsonParser parser;
  private final List<String> path;
  private final Item item;
  private boolean within;
  private Optional<RawRow> upcoming;

  /** Makes a row of an object, or none. */
  @FunctionalInterface
  public interface Item {
    Optional<RawRow> row(JsonNode object, long line);
  }

  /**
   * @param path names joined by dots under which the list lies; empty for the text itself
   * @throws UnreadableFile if there is no such list
   */
  public JsonItems(Reader text, String path, Item item) throws IOException {
    this.item = item;
    this.path = path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
    try {
      this.parser = TOKENS.createParser(text);
      parser.nextToken();
      this.upcoming = read();
    } catch (JsonProcessingException e) {
      throw new UnreadableFile("the JSON text is malformed", e);
    }
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
  public boolean hasNext() {
    return upcoming.isPresent();
  }

  @Override
  public RawRow next() {
    RawRow row = upcoming.orElseThrow(NoSuchElementException::new);
    try {
      upcoming = read();
    } catch (JsonProcessingException e) {
      throw new UnreadableFile("the JSON text is malformed or breaks off", e);
    } catch (IOException e) {
      throw Unpacking.failure(e);
    }
    return row;
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
