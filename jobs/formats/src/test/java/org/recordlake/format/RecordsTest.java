package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of a delimited text")
class RecordsTest {
  @Test
  @DisplayName("quoted fields hold delimiters, quotes and line ends of every kind")
  void quotedFields() {
    assertThat(read("a,\"b,\"\"c\"\"\",\"d\r\ne\"\r\n\r\n1,,\"\"\n\n2,x y,\"\n\"\r3"))
        .containsExactly("1: a|b,\"c\"|d\r\ne", "4: 1||", "6: 2|x y|\n", "8: 3");
  }

  @Test
  @DisplayName("a quote within a field that does not begin with one is text")
  void inches() {
    assertThat(read("1,12\" pipe,5\n2,3\" x 4\",6\n"))
        .containsExactly("1: 1|12\" pipe|5", "2: 2|3\" x 4\"|6");
  }

  @Test
  @DisplayName("a quote that begins a field and none that ends it costs one line and no other")
  void loneQuote() {
    assertThat(read("id,what,n\n1,\"12 pipe,5\n2,plain,6\n3,\"good, one\",7\n4,plain,8\n"))
        .containsExactly(
            "1: id|what|n",
            "2: BAD_QUOTES 1,\"12 pipe,5",
            "3: 2|plain|6",
            "4: 3|good, one|7",
            "5: 4|plain|8");
  }

  @Test
  @DisplayName("an inch mark within quotes costs one line, be another quote near, far or nowhere")
  void inchWithinQuotes() {
    String odd = "1,\"12\" pipe\",5";
    String plain = "2,plain,6\n".repeat(3);
    for (String after : List.of("", plain, plain + "3,\"x\",7\n", plain + "3,\"5\" x\",7\n")) {
      List<String> records = read("id,what,n\n" + odd + "\n" + after + plain);
      long lines = after.lines().count() + 3 + 2;
      assertThat(records).hasSize((int) lines).contains("2: BAD_QUOTES " + odd);
      assertThat(records.stream().filter(record -> record.contains(": 2|plain|6")).count())
          .isEqualTo((after + plain).lines().filter(line -> line.startsWith("2")).count());
    }
  }

  @Test
  @DisplayName("a quote left open on the last line sets that line aside")
  void openAtTheEnd() {
    assertThat(read("a,b\n1,\"x")).containsExactly("1: a|b", "2: BAD_QUOTES 1,\"x");
  }

  @Test
  @DisplayName("line ends within a field stay, though lines in it look like rows")
  void pastedTable() {
    assertThat(read("a,b,c\n1,2,3\n4,\"x,y,z\nq,r,s\",6\n7,\"said \"\"hi\"\",\nthen left\",9\n"))
        .containsExactly(
            "1: a|b|c", "2: 1|2|3", "3: 4|x,y,z\nq,r,s|6", "5: 7|said \"hi\",\nthen left|9");
  }

  @Test
  @DisplayName("line ends within a field stay where only the words beside them are badly quoted")
  void badlyQuotedRemark() {
    assertThat(read("a,b,c\n1,2,3\n4,\"He said \"hi\" to\nme\",6\n"))
        .containsExactly("1: a|b|c", "2: 1|2|3", "3: 4|He said hi to\nme|6");
  }

  @Test
  @DisplayName(
      "quotes left open on two lines cost these two, though between them they look like one")
  void twoLoneQuotes() {
    String plain = "2,plain,6,x,y,z\n";
    assertThat(
            read(
                "id,what,n,p,q,r\n1,\"12 pipe,5,x,y,z\n"
                    + plain.repeat(3)
                    + "9,pipe 12\",7,x,y,z\n"
                    + plain))
        .hasSize(7)
        .contains("2: BAD_QUOTES 1,\"12 pipe,5,x,y,z", "6: 9|pipe 12\"|7|x|y|z");
  }

  @Test
  @DisplayName("a ragged record keeps the line ends within its fields")
  void raggedAddress() {
    assertThat(
            read(
                "id,name,street,city,state\n1,A,plain,Omaha,NE\n"
                    + "\"2\",\"B\",\"1 Main Street\nSuite 4\",\"Omaha\",\"NE\",\"more\",\"yet\"\n"))
        .containsExactly(
            "1: id|name|street|city|state",
            "2: 1|A|plain|Omaha|NE",
            "3: 2|B|1 Main Street\nSuite 4|Omaha|NE|more|yet");
  }

  @Test
  @DisplayName("a million lines behind an open quote are read in bounded memory")
  void boundedMemory() {
    long lines = 3_000_000;
    Records records = new Records(new Repeated("1,\"open,2\n", "3,plain,4\n", lines), ',');
    long count = 0;
    long damaged = 0;
    while (records.hasNext()) {
      damaged += records.next().problem().isPresent() ? 1 : 0;
      count++;
    }
    assertThat(count).isEqualTo(lines + 1);
    assertThat(damaged).isEqualTo(1);
  }

  @Test
  @DisplayName("a line without end is refused with its reason")
  void endlessLine() {
    Records records = new Records(new Repeated("", "no line end", 1 << 22), ',');
    assertThatThrownBy(records::next)
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("16 Mi characters");
  }

  @Test
  @DisplayName("wherever reads break off, the records are the same")
  void anyBlocks() {
    String text = "a,b,c\n1,\"x\r\ny\",3\r\n4,\"5\" q\",6\n7,8,\"\"\"9\"\"\"\r\n".repeat(3000);
    List<String> whole = read(text);
    Random random = new Random(5);
    List<String> pieces =
        read(
            new Records(
                new StringReader(text) {
                  @Override
                  public int read(char[] to, int from, int length) throws IOException {
                    return super.read(to, from, Math.min(length, 1 + random.nextInt(40)));
                  }
                },
                ','));
    assertThat(pieces).isEqualTo(whole).hasSize(12_000);
  }

  private static List<String> read(String text) {
    return read(new Records(new StringReader(text), ','));
  }

  private static List<String> read(Records records) {
    List<String> read = new ArrayList<>();
    records.forEachRemaining(
        record ->
            read.add(
                record.line()
                    + ": "
                    + record.problem().map(code -> code + " ").orElse("")
                    + String.join("|", record.fields())));
    return read;
  }

  /** A beginning, and a text many times. */
  private static final class Repeated extends Reader {
    private final String text;
    private String block;
    private long left;
    private int at;

    Repeated(String beginning, String text, long times) {
      this.block = beginning;
      this.text = text;
      this.left = times;
    }

    @Override
    public int read(char[] to, int from, int length) {
      if (at == block.length()) {
        if (left == 0) {
          return -1;
        }
        left--;
        block = text;
        at = 0;
      }
      int count = Math.min(length, block.length() - at);
      block.getChars(at, at + count, to, from);
      at += count;
      return count;
    }

    @Override
    public void close() {}
  }
}
