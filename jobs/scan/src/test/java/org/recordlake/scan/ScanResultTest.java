package org.recordlake.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.Failure;
import org.recordlake.scan.result.ScanHit;
import org.recordlake.scan.result.ScanResult;
import org.recordlake.scan.token.ResidueTokens;

@DisplayName("A scan's result")
class ScanResultTest {
  @TempDir Path folder;

  @Test
  @DisplayName("of files about others is clean")
  void isCleanOfOthers() throws IOException {
    new ParquetPlant().value("Zoe Quibble").dictionary("zoe@example-harbor.org").write(at("p"));
    Files.writeString(at("log"), "202-555-0144, (202) 555 014, Zoe Orden, Quibble Van, C-009441\n");
    Files.writeString(at("x.json"), "{\"a\":\"Quibble-Van Orden\",\"b\":[12025550144]}");
    byte[] random = new byte[300_000];
    new Random(7).nextBytes(random);
    Files.write(at("random"), random);
    ScanResult result = Planted.scan(folder);
    assertThat(result.hits()).isEmpty();
    assertThat(result.unread()).isEmpty();
    assertThat(result.clean()).isTrue();
    assertThat(result.files()).isEqualTo(4);
  }

  @Test
  @DisplayName("tells files by kind, hits by place and count, and what was not looked for")
  void isReadable() throws IOException {
    Files.writeString(at("a/x.json"), "{\"who\":{\"mail\":\"" + Planted.EMAIL + "\"}}");
    Files.writeString(at("b.csv"), "n,m\n1," + Planted.KEY + "\n2," + Planted.KEY + "\n");
    Files.writeString(at("empty"), "");
    assertThat(Planted.scan(folder).toJson())
        .isEqualTo(
            """
            {
              "salt_id" : "s1",
              "tokens" : 11,
              "not_searchable" : { },
              "roots" : [ "lake" ],
              "folders" : 2,
              "links" : 0,
              "scanned" : {
                "csv" : {
                  "files" : 1,
                  "bytes" : 28
                },
                "empty" : {
                  "files" : 1,
                  "bytes" : 0
                },
                "json" : {
                  "files" : 1,
                  "bytes" : 55
                }
              },
              "hits" : [ {
                "path" : "lake/a/x.json",
                "place" : "who.mail",
                "label" : "contacts.email",
                "count" : 1
              }, {
                "path" : "lake/b.csv",
                "place" : "column 2",
                "label" : "customers.customer_id",
                "count" : 2
              } ],
              "unread" : [ ]
            }
            """);
  }

  @Test
  @DisplayName("withholds names that are hits, of files, folders, columns and fields")
  void withholdsNames() throws IOException {
    Files.writeString(at("for " + Planted.NAME + "/sheet.txt"), Planted.EMAIL);
    Files.writeString(at("x.json"), "{\"" + Planted.KEY + "\":{\"m\":\"" + Planted.EMAIL + "\"}}");
    ScanResult result = Planted.scan(folder);
    assertThat(result.hits())
        .containsExactly(
            new ScanHit("lake/(name withheld, 1)", "name", "contacts.full_name", 1),
            new ScanHit("lake/(name withheld, 1)/sheet.txt", "text", "contacts.email", 1),
            new ScanHit("lake/x.json", "*.m", "contacts.email", 1),
            new ScanHit("lake/x.json", "name of a field", "customers.customer_id", 1));
  }

  @Test
  @DisplayName("is the same with a salt of the tokens' own and without keys")
  void withoutKeys() throws IOException {
    Files.writeString(at("x"), Planted.PHONE);
    assertThat(Planted.scan(folder, ScanKeys.none())).isEqualTo(Planted.scan(folder));
    ResidueTokens saltless = Planted.tokens().withoutSalt();
    List<ScanRoot> roots = LocalFolder.of(Map.of("lake", folder));
    assertThat(ResidueScan.of(roots, saltless, ScanKeys.of(Planted.KEYS)).run())
        .isEqualTo(Planted.scan(folder));
    assertThatThrownBy(() -> ResidueScan.of(roots, saltless, ScanKeys.none()).run())
        .isInstanceOf(Failure.class);
  }

  @Test
  @DisplayName("has each file once, though folders lie within each other")
  void rootsWithinRoots() throws IOException {
    Files.writeString(at("reports/x"), "nothing");
    Map<String, Path> folders = new LinkedHashMap<>();
    folders.put("reports", folder.resolve("reports"));
    folders.put("lake", folder);
    folders.put("again", folder);
    ScanResult result =
        ResidueScan.of(LocalFolder.of(folders), Planted.tokens(), ScanKeys.none()).run();
    assertThat(result.roots()).containsExactly("lake");
    assertThat(result.files()).isEqualTo(1);
  }

  @Test
  @DisplayName("has what stands beyond the first blocks of a big file, and across their borders")
  void bigFiles() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4000; i++) {
      text.append("filler ".repeat(i % 40)).append(Planted.EMAIL).append('\n');
    }
    Files.writeString(at("big"), text);
    assertThat(Planted.scan(folder).hits())
        .containsExactly(new ScanHit("lake/big", "text", "contacts.email", 4000));
  }

  @Test
  @DisplayName("tells of a Bloom filter that knows something destroyed")
  void bloomFilter() throws IOException {
    new ParquetPlant().filter(Planted.EMAIL).write(at("p.parquet"));
    ScanResult result = Planted.scan(folder);
    assertThat(result.hits())
        .containsExactly(
            new ScanHit("lake/p.parquet", "column email, Bloom filter", "contacts.email", 1));
    assertThat(result.unread()).isEmpty();
  }

  private Path at(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }
}
