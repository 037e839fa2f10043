package org.recordlake.ingest.format.tabular;

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
import java.util.NoSuchElementException;
import java.util.Optional;
import org.recordlake.ingest.format.RawRow;
import org.recordlake.ingest.format.Unpacking;
import org.recordlake.ingest.format.UnreadableFile;

/**
 * The objects of a JSON text, one at a time: those of a list under a path of names, or, with an
 * empty path, those of a list or those that follow one another, as in JSON lines.
 */
public final class JsonItems implements Iterator<RawRow> {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final JsonFactory TOKENS = JSON.getFactory();

  private final JsonParser parser;
  private final Item item;
  private Optional<RawRow> upcoming;

  /** Makes a row of an object. */
  @FunctionalInterface
  public interface Item {
    RawRow row(JsonNode object, long line);
  }

  /**
   * @param path names joined by dots under which the list lies; empty for the text itself
   * @throws UnreadableFile if there is no such list
   */
  public JsonItems(Reader text, String path, Item item) throws IOException {
    this.item = item;
    try {
      this.parser = TOKENS.createParser(text);
      parser.nextToken();
      if (!path.isEmpty()) {
        for (String name : path.split("\\.", -1)) {
          descend(name);
        }
      }
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        parser.nextToken();
      }
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

  private Optional<RawRow> read() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || token == JsonToken.END_ARRAY) {
      return Optional.empty();
    } else if (token != JsonToken.START_OBJECT) {
      throw new UnreadableFile("the JSON text has something else where the layout has objects");
    }
    long line = parser.currentTokenLocation().getLineNr();
    JsonNode object = JSON.readTree(parser);
    parser.nextToken();
    return Optional.of(item.row(object, Math.max(1, line)));
  }
}
