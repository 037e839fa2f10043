package org.recordlake.scan.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * JSON and JSON lines, value by value, and JSON that stands as a text in JSON, as statistics do in
 * Delta's log. What is no JSON after all is looked at as text.
 */
final class JsonStrings {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonStrings() {}

  static void read(Content content, String where, Examiner examiner) throws IOException {
    try (InputStream in = content.stream();
        JsonParser parser = JSON.createParser(in)) {
      values(parser, where, examiner);
    } catch (JsonProcessingException e) {
      examiner.bytes(content, where, true);
    }
  }

  /** Whether the text is JSON, which is looked at in that case. */
  static boolean within(byte[] bytes, int from, int length, String where, Examiner examiner) {
    if (length < 2 || bytes[from] != '{' && bytes[from] != '[') {
      return false;
    }
    try (JsonParser parser = JSON.createParser(bytes, from, length)) {
      values(parser, where, examiner);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void values(JsonParser parser, String where, Examiner examiner)
      throws IOException {
    Deque<String> places = new ArrayDeque<>();
    String here = where;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case START_OBJECT, START_ARRAY -> {
          places.push(here);
          here = token == JsonToken.START_ARRAY ? here + "[]" : here;
        }
        case END_OBJECT, END_ARRAY -> here = places.pop();
        case FIELD_NAME -> {
          String outer = places.element();
          String name = parser.currentName();
          examiner.text(name, Examiner.in(where, "name of a field"));
          String shown = examiner.shown(name);
          here = outer.equals(where) ? Examiner.in(outer, shown) : outer + "." + shown;
        }
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            examiner.text(parser.getText(), here);
        default -> {}
      }
    }
  }
}
