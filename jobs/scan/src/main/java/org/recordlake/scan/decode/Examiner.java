package org.recordlake.scan.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.recordlake.protect.Protector;
import org.recordlake.scan.find.TextFinder;
import org.recordlake.scan.result.Unread;
import org.recordlake.scan.token.ResidueToken;
import org.recordlake.scan.token.TokenIndex;
import org.recordlake.scan.token.TokenMatch;

/**
 * Looks at files, one after the other: decodes what it can and hands every text to the finder. What
 * it cannot decode it notes, and looks at its bytes all the same. One for each thread.
 */
public final class Examiner {
  /** Bytes looked at as they lie. */
  static final String BYTES = "bytes";

  private static final String NAME = "name";

  private final TokenIndex index;
  private final Optional<Protector> keys;
  private final ScanLimits limits;
  private final TextFinder cells;
  private final RawBytes raw;
  private final Findings findings = new Findings();
  private final Consumer<ResidueToken> met;
  private final TokenMatch match;
  private final Map<String, String> shown = new HashMap<>();
  private String path = "";
  private String place = "";
  private boolean byBytes;
  private boolean trying;
  private boolean hit;
  private Budget budget = new Budget(0);
  private int depth;

  public Examiner(TokenIndex index, Optional<Protector> keys, ScanLimits limits) {
    this(index, keys, limits, token -> {});
  }

  /**
   * @param met told of each token met in what is looked at
   */
  public Examiner(
      TokenIndex index, Optional<Protector> keys, ScanLimits limits, Consumer<ResidueToken> met) {
    this.index = index;
    this.keys = keys;
    this.limits = limits;
    this.met = met;
    this.match = index.match();
    this.cells = new TextFinder(index, this::found, met);
    this.raw = new RawBytes(new TextFinder(index, this::found, met), this);
  }

  public Findings findings() {
    return findings;
  }

  /** Whether a file's or folder's name is itself a hit. */
  public boolean isHit(String name) {
    hit = false;
    trying = true;
    text(name, "", false);
    trying = false;
    return hit;
  }

  /** Looks at the name of what lies at {@code shownPath}. */
  public void name(String shownPath, String name) {
    path = shownPath;
    text(name, NAME, false);
  }

  /** Looks at a file. */
  public void file(String shownPath, Content content, long size) {
    path = shownPath;
    budget = new Budget(limits.of(size));
    depth = 0;
    shown.clear();
    Kind kind = Kind.BYTES;
    try {
      kind = Kind.of(head(content), content.name());
      decode(content, kind, "");
    } catch (IOException e) {
      unread("", reason(e));
    }
    findings.file(kind, size);
  }

  /** Looks at something within the file. */
  void inner(Content content, String where) {
    if (depth == limits.depth()) {
      unread(where, "containers within containers, too deep");
      return;
    }
    depth++;
    try {
      decode(content, Kind.of(head(content), content.name()), where);
    } catch (IOException e) {
      unread(where, reason(e));
    } finally {
      depth--;
    }
  }

  private void decode(Content content, Kind kind, String where) throws IOException {
    try {
      switch (kind) {
        case EMPTY -> {}
        case PARQUET -> new ParquetFile(this, index).read(content, where);
        case SEALED -> SealedCopies.read(content, where, keys, this);
        case ZIP -> Archives.zip(content, where, this);
        case TAR -> Archives.tar(content, where, this);
        case COMPRESSED -> Archives.compressed(content, where, this);
        case PDF -> PdfText.read(content, where, this);
        case JSON -> JsonStrings.read(content, where, this);
        case MARKUP -> MarkupText.read(content, where, this);
        case CSV -> CsvCells.read(content, where, this);
        case UTF16 -> Utf16Text.read(content, where, this);
        case TEXT -> bytes(content, where, true);
        case UNDECODABLE -> throw new Refusal("unknown compression or encryption");
        case BYTES -> bytes(content, where, false);
      }
    } catch (AccessDeniedException | NoSuchFileException e) {
      throw e;
    } catch (Refusal e) {
      unread(where, e.getMessage());
      bytes(content, where, false);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Decoders of damaged files fail in all the ways there are.
      unread(where, "damaged " + kind.word());
      bytes(content, where, false);
    }
  }

  /** All of a content's bytes as they lie. */
  void bytes(Content content, String where, boolean text) throws IOException {
    if (depth > 0 && budget.spent()) {
      return;
    }
    try (InputStream in = content.stream()) {
      bytes(in, in(where, text ? "text" : BYTES), text);
    }
  }

  void bytes(InputStream in, String where, boolean text) throws IOException {
    place = where;
    byBytes = true;
    try {
      raw.read(in, text);
    } finally {
      byBytes = false;
    }
  }

  void bytes(byte[] bytes, int from, int length, String where) {
    place = where;
    byBytes = true;
    cells.whole(bytes, from, length);
    byBytes = false;
  }

  void text(String text, String where) {
    text(text, where, true);
  }

  private void text(String text, String where, boolean nested) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    cell(bytes, 0, bytes.length, where, nested);
  }

  /**
   * Looks at a value that lies in no file, and at the forms in which it may be met in one: cut by
   * statistics, or between binary bytes, of which its first and last letter are told as well.
   */
  public void value(String text) {
    match.ofValue(text, met);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 2) {
      cells.whole(bytes, 1, bytes.length - 1);
      cells.whole(bytes, 0, bytes.length - 1);
      cells.whole(bytes, 1, bytes.length - 2);
    }
    path = "";
    depth = 0;
    text(text, "", true);
  }

  /** A value that stands for itself. */
  void cell(byte[] bytes, int from, int length, String where) {
    cell(bytes, from, length, where, true);
  }

  private void cell(byte[] bytes, int from, int length, String where, boolean nested) {
    if (nested && JsonStrings.within(bytes, from, length, where, this)) {
      return;
    }
    place = where;
    cells.whole(bytes, from, length);
    if (Escapes.in(bytes, from, length)) {
      escaped(new String(bytes, from, length, StandardCharsets.UTF_8));
    }
    if (nested) {
      SealedCells.read(bytes, from, length, where, keys, this);
    }
  }

  /** Of a text whose place is told: what it says without its escapes. */
  void escaped(String text) {
    String undone = Escapes.undone(text);
    if (!undone.equals(text)) {
      byte[] bytes = undone.getBytes(StandardCharsets.UTF_8);
      cells.whole(bytes, 0, bytes.length);
    }
  }

  /** A hit that no text tells, as in a Bloom filter. */
  void hit(String label, String where) {
    findings.hit(path, where, label, false);
  }

  void unread(String where, String reason) {
    findings.unread(new Unread(path, where.isEmpty() ? Unread.WHOLE : where, reason));
  }

  /** A column's or field's name as it may be told. */
  String shown(String name) {
    return shown.computeIfAbsent(name, this::safe);
  }

  ScanLimits limits() {
    return limits;
  }

  /** Counts what is unpacked. */
  InputStream counted(InputStream in) {
    return budget.counting(in);
  }

  static String in(String where, String place) {
    return where.isEmpty() ? place : where + ", " + place;
  }

  private String safe(String name) {
    boolean wasTrying = trying;
    boolean wasHit = hit;
    String around = place;
    boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_ -]{0,63}") && !isHit(name);
    trying = wasTrying;
    hit = wasHit;
    place = around;
    return plain ? name : "*";
  }

  private void found(ResidueToken token) {
    hit = true;
    if (!trying) {
      findings.hit(path, place.isEmpty() ? Unread.WHOLE : place, token.label(), byBytes);
    }
  }

  private static byte[] head(Content content) throws IOException {
    try (InputStream in = content.stream()) {
      return in.readNBytes(Kind.HEAD);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof Refusal) {
      return e.getMessage();
    }
    return e instanceof AccessDeniedException
        ? "no permission"
        : e instanceof NoSuchFileException ? "gone while it was looked for" : "cannot be read";
  }
}
