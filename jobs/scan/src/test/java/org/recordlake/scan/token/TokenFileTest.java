package org.recordlake.scan.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;

@DisplayName("A file of tokens")
class TokenFileTest {
  private static final byte[] SECRET = "sixteen bytes, or more".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  @DisplayName("is read as it was written, with the salt or without")
  void isReadAsWritten() throws IOException {
    Path file = folder.resolve("tokens.jsonl");
    TokenFile.write(tokens("one@example.org", "Two Persons").withoutSalt(), file);
    assertThat(TokenFile.read(file))
        .isEqualTo(tokens("one@example.org", "Two Persons").withoutSalt());
    TokenFile.write(tokens("one@example.org"), file);
    assertThat(TokenFile.read(file).salt()).isPresent();
    assertThat(TokenFile.read(file).tokens()).isEqualTo(tokens("one@example.org").tokens());
  }

  @Test
  @DisplayName("is the same in whatever order the values came, and holds none of them")
  void isDeterministic() throws IOException {
    Path one = folder.resolve("1");
    Path two = folder.resolve("2");
    TokenFile.write(tokens("one@example.org", "Two Persons", "TX", "Ohio"), one);
    TokenFile.write(tokens("Ohio", "TX", "Two Persons", "one@example.org", "Two Persons"), two);
    assertThat(one).hasSameTextualContentAs(two);
    assertThat(Files.readString(one)).doesNotContainIgnoringCase("person", "example", "ohio");
    assertThat(TokenFile.read(one).notSearchable()).isEqualTo(Map.of("t.c", 2L));
  }

  @Test
  @DisplayName("is readable by its owner alone")
  void isForItsOwner() throws IOException {
    Path file = folder.resolve("tokens.jsonl");
    TokenFile.write(tokens("one@example.org"), file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  @DisplayName("that is not whole is refused")
  void isRefusedInPart() throws IOException {
    Path file = folder.resolve("tokens.jsonl");
    TokenFile.write(tokens("one@example.org", "Two Persons"), file);
    List<String> lines = Files.readAllLines(file);
    for (int keep = 0; keep < lines.size(); keep++) {
      Files.write(file, lines.subList(0, keep));
      refused(file);
    }
    lines.add(lines.get(1));
    Files.write(file, lines);
    refused(file);
  }

  private static void refused(Path file) {
    assertThatThrownBy(() -> TokenFile.read(file))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION));
  }

  private static ResidueTokens tokens(String... values) {
    TokenMaker maker = new TokenMaker(Salt.of("s", SECRET));
    for (String value : values) {
      maker.add("t.c", value);
    }
    return maker.made();
  }
}
