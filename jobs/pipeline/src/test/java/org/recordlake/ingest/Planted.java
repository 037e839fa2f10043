package org.recordlake.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plants secrets in every field of a file's rows, one in each copy of a row, and around them. */
final class Planted {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ODD_COLUMNS = List.of("Remarks", "PIN", "CVV2", "Track 2");
  private static final int ROWS = 2;

  /** Fields of a row that is too short. */
  static final int RAGGED = 3;

  private final Secrets secrets;
  private int copies;

  Planted(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * A delimited file whose columns may be of any number: with titles, odd columns, ragged rows and
   * a last remark.
   */
  List<List<String>> export(List<List<String>> rows) {
    List<List<String>> planted = new ArrayList<>(table(rows, Set.of(), ODD_COLUMNS));
    planted.add(0, List.of("Made for " + secrets.words()));
    planted.add(List.of("Remark: " + secrets.words()));
    return planted;
  }

  /**
   * Tables below each other, of which the last holds the rows.
   *
   * @param odd whether its layout may have columns of any name
   */
  List<List<String>> report(List<List<String>> rows, boolean odd) {
    List<List<String>> planted =
        new ArrayList<>(table(rows, Set.of(), odd ? ODD_COLUMNS : List.of()));
    planted.add(List.of("Remark: " + secrets.words()));
    return planted;
  }

  /** A file under the catalogue's names, with ragged rows. */
  List<List<String>> catalogue(List<List<String>> rows, Set<String> keys) {
    return table(rows, keys, List.of());
  }

  private List<List<String>> table(List<List<String>> rows, Set<String> keys, List<String> odd) {
    int header = header(rows);
    List<List<String>> planted = new ArrayList<>();
    for (int i = 0; i < header; i++) {
      planted.add(
          rows.get(i).size() > 3 && hasDigits(rows.get(i)) ? topic(rows.get(i)) : rows.get(i));
    }
    List<String> names = rows.get(header);
    planted.add(with(names, odd));
    List<List<String>> data =
        rows.subList(header + 1, rows.size()).stream()
            .filter(row -> row.size() >= Math.min(3, names.size()))
            .limit(ROWS)
            .toList();
    for (List<String> row : data) {
      for (int place = 0; place < row.size(); place++) {
        planted.add(with(cell(names, row, keys, place, joined(row.get(place))), codes(odd)));
        planted.add(with(cell(names, row, keys, place, secrets.card()), codes(odd)));
      }
      planted.add(with(with(row, codes(odd)), List.of(secrets.words(), bare(odd))));
      planted.add(List.of(row.get(0), secrets.words(), bare(odd)));
    }
    return planted;
  }

  private List<String> codes(List<String> odd) {
    return odd.isEmpty()
        ? List.of()
        : List.of(
            secrets.words(), secrets.code(), secrets.shortCode(), ";" + secrets.card() + "=29051");
  }

  /** A code that nothing but a column's name tells from any number. */
  private String bare(List<String> odd) {
    return odd.isEmpty() ? secrets.words() : secrets.code();
  }

  private List<String> topic(List<String> row) {
    List<String> planted = new ArrayList<>(row);
    int place = row.get(0).matches("[\\d: -]+") ? 1 : 0;
    planted.set(place, joined(row.get(place)));
    return planted;
  }

  private String joined(String cell) {
    return cell.isEmpty() ? secrets.words() : cell + " " + secrets.words();
  }

  /** The row with one cell another, told from other copies by its numbers. */
  private List<String> cell(
      List<String> names, List<String> row, Set<String> keys, int place, String cell) {
    List<String> copy = new ArrayList<>();
    copies++;
    for (int i = 0; i < row.size(); i++) {
      String name = i < names.size() ? names.get(i) : "";
      copy.add(i == place ? cell : told(name, row.get(i), keys));
    }
    return copy;
  }

  private String told(String name, String value, Set<String> keys) {
    if (value.indexOf('@') > 0) {
      return copies + value;
    }
    boolean key =
        keys.contains(name)
            || keys.isEmpty()
                && name.matches(
                    "InvoiceNo|Record ID|contract_.*_key|unique_transaction_id|EUID|Id|ID|#");
    return !key || value.isEmpty() ? value : value.substring(0, value.length() - 1) + copies;
  }

  private static int header(List<List<String>> rows) {
    return IntStream.range(0, rows.size())
        .filter(
            i -> rows.get(i).size() > 1 && !hasDigits(rows.get(i)) && !rows.get(i).get(0).isBlank())
        .max()
        .orElse(0);
  }

  private static boolean hasDigits(List<String> row) {
    return row.stream().anyMatch(cell -> cell.matches("(?s).*\\d.*"));
  }

  private static List<String> with(List<String> row, List<String> more) {
    List<String> all = new ArrayList<>(row);
    all.addAll(more);
    return all;
  }

  /** Objects a line under the catalogue's names, with odd names and broken lines. */
  String lines(List<String> objects, Set<String> keys) throws IOException {
    List<String> planted = new ArrayList<>();
    for (String line : objects.subList(0, ROWS)) {
      ObjectNode object = (ObjectNode) JSON.readTree(line);
      for (String name : keysOf(object)) {
        ObjectNode copy = object.deepCopy();
        copies++;
        keys.stream()
            .filter(key -> copy.path(key).isTextual())
            .forEach(key -> copy.put(key, copy.get(key).asText() + copies));
        planted.add(copy.put(name, joined(object.get(name).asText())).toString());
        planted.add(copy.put(name, secrets.card()).toString());
      }
      planted.add(object.deepCopy().put("pin", secrets.code()).toString());
      planted.add(object.deepCopy().put("cvv", Integer.parseInt(secrets.shortCode())).toString());
      planted.add("{\"cvc\":" + secrets.shortCode() + ",\"note\":\"" + secrets.words());
    }
    return String.join("\n", planted) + "\n";
  }

  private static List<String> keysOf(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** An answer of a programming interface, with what people wrote and odd names planted. */
  String answer(String json) {
    String names = "name|answer|question|title|topic|content|action_type_description|status";
    StringBuilder planted = new StringBuilder();
    java.util.regex.Matcher text =
        java.util.regex.Pattern.compile("\"(" + names + ")\": *\"([^\"]*)\"").matcher(json);
    while (text.find()) {
      String with =
          "\"cvv\":\"%s\",\"pin\":%s,\"remark\":\"%s\",\"%s\":\"%s\""
              .formatted(
                  secrets.shortCode(),
                  secrets.code(),
                  secrets.words(),
                  text.group(1),
                  joined(text.group(2)));
      text.appendReplacement(planted, java.util.regex.Matcher.quoteReplacement(with));
    }
    return text.appendTail(planted).toString();
  }

  /** Chat lines or captions: every line that ends with a word goes on. */
  String talk(String text) {
    return text.lines()
        .map(line -> line.matches(".*[a-z.]$") && !line.startsWith("NOTE") ? joined(line) : line)
        .collect(Collectors.joining("\n", "", "\nloose end, " + secrets.words() + "\n"));
  }

  /** Records of an ACH file with numbers in their texts. */
  String ach(String text) {
    return text.lines().map(this::achRecord).collect(Collectors.joining("\n", "", "\n"));
  }

  private String achRecord(String record) {
    return switch (record.charAt(0)) {
      case '5' -> over(record, 4, secrets.card());
      case '6' ->
          over(
              over(over(record, 12, secrets.account()), 39, "PIN " + secrets.code()),
              54,
              secrets.card());
      case '7' -> record.startsWith("705") ? over(record, 3, secrets.words()) : record;
      default -> record;
    };
  }

  private static String over(String record, int at, String text) {
    return record.length() < at + text.length()
        ? record
        : record.substring(0, at) + text + record.substring(at + text.length());
  }

  static byte[] csv(List<List<String>> rows, char delimiter) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(String.valueOf(delimiter))))
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
