package org.recordlake.scan.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recordlake.problem.Failure;

/**
 * Tokens as JSON lines, so that another machine can scan. The first line says what the file is,
 * names the salt (and tells it, where the file goes to somebody without the keys) and counts the
 * lines that follow; then one line a token, then one for each label with values that cannot be
 * searched for. Equal tokens make equal files.
 */
public final class TokenFile {
  private static final String FORMAT = "recordlake-residue-tokens";
  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokenFile() {}

  /** Writes it anew, for its owner alone: who has the salt as well can try values against it. */
  public static void write(ResidueTokens tokens, Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, ownerAlone(file));
    Files.write(file, lines(tokens), StandardCharsets.UTF_8);
  }

  /** The lines of such a file. */
  public static List<String> lines(ResidueTokens tokens) {
    List<String> lines = new ArrayList<>();
    ObjectNode head = JSON.createObjectNode();
    head.put("format", FORMAT).put("version", VERSION).put("salt_id", tokens.saltId());
    tokens.salt().ifPresent(salt -> head.put("salt", salt.hex()));
    head.put("tokens", tokens.tokens().size());
    head.put("not_searchable", tokens.notSearchable().size());
    lines.add(head.toString());
    tokens.tokens().forEach(token -> lines.add(line(token)));
    tokens
        .notSearchable()
        .forEach(
            (label, count) ->
                lines.add(
                    JSON.createObjectNode()
                        .put("label", label)
                        .put("not_searchable", count)
                        .toString()));
    return lines;
  }

  private static FileAttribute<?>[] ownerAlone(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * @throws Failure (configuration) if it is no whole token file
   */
  public static ResidueTokens read(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(lines, file.toString());
    } catch (IOException e) {
      throw Failure.storage(
          "the token file cannot be read", file.toString(), "Check the path and permissions", e);
    }
  }

  /**
   * @param name as it stands in messages
   * @throws Failure (configuration) if it is no whole token file
   */
  public static ResidueTokens read(BufferedReader lines, String name) throws IOException {
    try {
      JsonNode head = JSON.readTree(text(lines.readLine()));
      if (!FORMAT.equals(head.path("format").asText()) || head.path("version").asInt() != VERSION) {
        throw broken(name);
      }
      String id = head.required("salt_id").asText();
      List<ResidueToken> tokens = new ArrayList<>();
      for (int i = head.required("tokens").asInt(); i > 0; i--) {
        tokens.add(token(JSON.readTree(text(lines.readLine()))));
      }
      SortedMap<String, Long> notSearchable = new TreeMap<>();
      for (int i = head.required("not_searchable").asInt(); i > 0; i--) {
        JsonNode line = JSON.readTree(text(lines.readLine()));
        notSearchable.put(
            line.required("label").asText(), line.required("not_searchable").asLong());
      }
      if (lines.readLine() != null) {
        throw broken(name);
      }
      Optional<Salt> salt =
          Optional.ofNullable(head.get("salt")).map(hex -> Salt.parse(id, hex.asText()));
      return new ResidueTokens(id, salt, tokens, notSearchable);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw broken(name);
    }
  }

  private static String line(ResidueToken token) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("label", token.label())
            .put("words", token.words())
            .put("first", HexFormat.of().toHexDigits(token.first()))
            .put("token", token.token());
    token.filter().ifPresent(hash -> line.put("filter", HexFormat.of().toHexDigits(hash)));
    return line.toString();
  }

  private static ResidueToken token(JsonNode line) {
    JsonNode filter = line.get("filter");
    return new ResidueToken(
        line.required("label").asText(),
        line.required("words").asInt(),
        HexFormat.fromHexDigitsToLong(line.required("first").asText()),
        line.required("token").asText(),
        filter == null
            ? OptionalLong.empty()
            : OptionalLong.of(HexFormat.fromHexDigitsToLong(filter.asText())));
  }

  private static String text(String line) {
    if (line == null) {
      throw new IllegalArgumentException("ends early");
    }
    return line;
  }

  private static Failure broken(String name) {
    return Failure.configuration(
        "this is no whole file of tokens",
        name,
        "Take the file as the disposal wrote it, or have it written anew");
  }
}
