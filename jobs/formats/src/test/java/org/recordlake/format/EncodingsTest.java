package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recordlake.format.business.OrderLines;
import org.recordlake.testing.ReadRows;

/** Texts in the encodings that came before UTF-8, made of names in {@code encodings/names.txt}. */
@DisplayName("A text that is not UTF-8")
class EncodingsTest {
  private static final String WESTERN = "windows-1252";

  /**
   * Words of one language that have letters beyond ASCII.
   *
   * @param charset in which they are written
   */
  record Names(String language, String charset, List<String> words) {
    String some(int count, Random random) {
      List<String> some = new ArrayList<>(words);
      Collections.shuffle(some, random);
      return text(some.subList(0, Math.min(count, some.size())));
    }

    private static String text(List<String> words) {
      StringBuilder text = new StringBuilder("no,name,amount\n");
      words.forEach(word -> text.append("17,").append(word).append(",\"2,500.00\"\n"));
      return text.toString();
    }

    byte[] bytes(String text) {
      return text.getBytes(Charset.forName(charset));
    }
  }

  static Stream<Names> names() throws IOException {
    return names("names");
  }

  private static Stream<Names> names(String file) throws IOException {
    try (InputStream in = EncodingsTest.class.getResourceAsStream("/encodings/" + file + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(
              line -> {
                List<String> parts = List.of(line.split(" "));
                List<String> words =
                    parts.subList(2, parts.size()).stream()
                        .filter(word -> word.chars().anyMatch(c -> c > 0x7F))
                        .toList();
                return Stream.of(parts.get(1).split(","))
                    .map(charset -> new Names(parts.get(0), charset, words));
              });
    }
  }

  @ParameterizedTest(name = "is read right in {0}")
  @MethodSource("names")
  void everyLanguage(Names names) throws IOException {
    String text = names.some(1000, new Random(1));
    assertThat(read(names.bytes(text))).isEqualTo(text);
    assertThat(head(names.bytes(text))).isEqualTo(text);
  }

  @Test
  @DisplayName("is read right or refused if it has ten names; of one name alone few are read wrong")
  void fewNames() throws IOException {
    Random random = new Random(20_261_130);
    TreeMap<String, int[]> outcomes = new TreeMap<>();
    for (Names names : names().toList()) {
      for (int count : new int[] {1, 3, 10}) {
        int[] outcome =
            outcomes.computeIfAbsent(
                (names.charset().equals(WESTERN) ? "western " : "other ") + count,
                key -> new int[3]);
        for (int i = 0; i < 12; i++) {
          String text = names.some(count, random);
          outcome[
              attempt(names.bytes(text))
                  .filter(got -> got.indexOf('\uFFFD') < 0)
                  .map(got -> got.equals(text) ? 0 : 2)
                  .orElse(1)]++;
        }
      }
    }
    assertShares(outcomes.get("western 1"), 0.98, 0);
    assertShares(outcomes.get("western 3"), 0.99, 0);
    assertShares(outcomes.get("western 10"), 1, 0);
    assertShares(outcomes.get("other 1"), 0.7, 0.025);
    assertShares(outcomes.get("other 3"), 0.8, 0.005);
    assertShares(outcomes.get("other 10"), 0.97, 0);
  }

  @ParameterizedTest(name = "is refused rather than read wrong: {0}, alone and drawn by chance")
  @ValueSource(strings = {"names", "more-names"})
  void neverWrong(String file) throws IOException {
    Outcome outcome = outcome(file);
    assertThat(outcome.wrong()).isEmpty();
    assertThat(outcome.texts()).isGreaterThan(1500);
    assertThat(outcome.refused())
        .as("a fifth of so short texts at most")
        .isLessThan(outcome.texts() / 5);
  }

  @Test
  @DisplayName(
      "is read wrong for one short list in a hundred and fifty at most of names never seen")
  void unseenNames() throws IOException {
    Outcome outcome = outcome("unseen-names");
    assertThat(outcome.texts()).isGreaterThan(1500);
    assertThat(outcome.wrong().size())
        .as(outcome.wrong().toString())
        .isLessThanOrEqualTo(outcome.texts() / 150);
    assertThat(outcome.refused()).isLessThan(outcome.texts() / 10);
  }

  /**
   * What became of texts of one to ten names each.
   *
   * @param wrong what was read instead
   */
  private record Outcome(int texts, int refused, List<String> wrong) {}

  private static Outcome outcome(String file) throws IOException {
    Random random = new Random(20_261_201);
    List<String> wrong = new ArrayList<>();
    int texts = 0;
    int refused = 0;
    for (Names names : names(file).toList()) {
      List<String> drawn = new ArrayList<>();
      names.words().forEach(word -> drawn.add(Names.text(List.of(word))));
      for (int count : new int[] {2, 3, 5, 10}) {
        Stream.generate(() -> names.some(count, random)).limit(8).forEach(drawn::add);
      }
      for (String text : drawn) {
        Optional<String> got = attempt(names.bytes(text)).filter(it -> it.indexOf('\uFFFD') < 0);
        texts++;
        refused += got.isEmpty() ? 1 : 0;
        got.filter(read -> !read.equals(text)).ifPresent(read -> wrong.add(names + ": " + read));
      }
    }
    return new Outcome(texts, refused, wrong);
  }

  private static void assertShares(int[] outcome, double right, double wrong) {
    double all = Arrays.stream(outcome).sum();
    assertThat(outcome[0] / all).isGreaterThanOrEqualTo(right);
    assertThat(outcome[2] / all).isLessThanOrEqualTo(wrong);
  }

  @ParameterizedTest(name = "is refused in {0}, which nobody reads here")
  @ValueSource(strings = {"IBM866", "IBM852", "x-MacRoman", "TIS-620"})
  void unknownEncodings(String charset) {
    String text =
        switch (charset) {
          case "IBM866" -> "Иванов,Смирнова,Кузнецов,отчёт,Козлов";
          case "IBM852" -> "Wałęsa,Wójcik,Łódź,Gdańsk,Paweł";
          case "TIS-620" -> "กรุงเทพ,เชียงใหม่,สมชาย,สมหญิง,ภูเก็ต";
          default -> "Müller,Schröder,François,Hélène,Köln,Größe";
        };
    assertThatThrownBy(() -> read(text.getBytes(Charset.forName(charset))))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("BAD_ENCODING")
        .hasMessageContaining("save it as UTF-8");
  }

  @Test
  @DisplayName("keeps measures, marks and quotes of Windows-1252")
  void signs() throws IOException {
    String text = "size,note\n“5 m²”,±3 °C\n1º,Acme® – «Ø 25 µm»\n½,it’s 20 € at the café…\n";
    assertThat(read(text.getBytes(Charset.forName(WESTERN)))).isEqualTo(text);
  }

  @Test
  @DisplayName("but ASCII with a stray byte loses that byte and nothing else")
  void strayByte() throws IOException {
    byte[] text = "name,amount\nHello,1\nWorld,2\n".getBytes(StandardCharsets.US_ASCII);
    text[14] = (byte) 0x98;
    text[15] = (byte) 0x98;
    assertThat(read(text)).isEqualTo("name,amount\nHe\uFFFD\uFFFDo,1\nWorld,2\n");
  }

  @Test
  @DisplayName("is told by its first letters, wherever they stand, and must stay what it was")
  void farBelow() throws IOException {
    String plain = "1,plain,2026-11-30\n".repeat(150_000);
    String polish = "2,Dąbrowski,Łódź\n3,Świątek,Gdańsk\n4,Błażej,Żółw\n";
    Charset charset = Charset.forName("windows-1250");
    String both = plain + polish + plain + polish;
    assertThat(read(both.getBytes(charset))).isEqualTo(both);
    String russian = "7,Кузнецов,Новосибирск\n8,Смирнова,Екатеринбург\n".repeat(20);
    byte[] other =
        join(
            (plain + polish).getBytes(charset),
            (plain + russian).getBytes(Charset.forName("windows-1251")));
    assertThatThrownBy(() -> read(other)).hasMessageContaining("BAD_ENCODING");
  }

  @Test
  @DisplayName("gives the rows of a whole reader")
  void wholeReader() throws IOException {
    String header =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    for (Names names : names().toList()) {
      StringBuilder text = new StringBuilder(header);
      names
          .words()
          .forEach(
              word ->
                  text.append("536365,85123A,")
                      .append(word)
                      .append(",6,12/1/2010 8:26,2.55,17850,Land\n"));
      ReadRows rows = ReadRows.of(new OrderLines(), names.bytes(text.toString()));
      assertThat(rows.rows("sales_orders"))
          .as(names.toString())
          .extracting(row -> row.get("description"))
          .isEqualTo(names.words());
    }
  }

  private static byte[] join(byte[]... parts) {
    byte[] joined = new byte[Stream.of(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  /** The text; empty if it is refused. */
  private static Optional<String> attempt(byte[] bytes) throws IOException {
    try {
      return Optional.of(read(bytes));
    } catch (UnreadableFile refused) {
      return Optional.empty();
    }
  }

  private static String read(byte[] bytes) throws IOException {
    try (SourceFile file = file(bytes);
        Reader reader = file.text()) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String head(byte[] bytes) throws IOException {
    try (SourceFile file = file(bytes)) {
      return file.head().text();
    }
  }

  private static SourceFile file(byte[] bytes) {
    return new SourceFile(
        "test",
        "a.csv",
        new Reading(ZoneOffset.UTC, Instant.EPOCH),
        () -> new ByteArrayInputStream(bytes));
  }
}
