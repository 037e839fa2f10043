package org.recordlake.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.spark.sql.Row;
import org.recordlake.disposal.HoldTerm;
import org.recordlake.disposal.NormalText;
import org.recordlake.job.JobContext;
import org.recordlake.protect.Protector;

/**
 * What the holds in force name, to be looked for in text and files that are no rows of a table:
 * sealed rows set aside, copies of dropped files. Where it cannot be looked, it is held.
 */
public final class HeldWords implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CHUNK = 1 << 20;
  private static final int OVERLAP = 1 << 12;
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private final List<Order> orders;
  private final boolean allHeld;
  private final Protector protector;

  private HeldWords(List<Order> orders, boolean allHeld, Protector protector) {
    this.orders = orders;
    this.allHeld = allHeld;
    this.protector = protector;
  }

  /**
   * What one hold asks for.
   *
   * @param tables names of the tables it may cover
   * @param terms for each term the values of which one must be there
   */
  private record Order(String id, Set<String> tables, List<List<Words>> terms)
      implements Serializable {}

  /** Words that must all be there, in small letters. */
  private record Words(List<Pattern> patterns) implements Serializable {
    static Words of(String value) {
      return new Words(
          Stream.of(NormalText.folded(value).split(" "))
              .map(
                  word ->
                      Pattern.compile(
                          "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])"))
              .toList());
    }
  }

  static HeldWords of(JobContext context, HoldOrders orders, HoldReach reach, boolean allHeld) {
    Map<Integer, List<Words>> values = new HashMap<>();
    reach.terms().byNumber().forEach((number, term) -> add(values, number, value(term)));
    reach
        .individuals()
        .ifPresent(
            individuals -> {
              for (Row row : individuals.collectAsList()) {
                add(values, row.getInt(1), row.getString(0));
              }
            });
    List<Order> asked =
        orders.orders().stream()
            .map(
                order ->
                    new Order(
                        order.id(),
                        tables(context, order),
                        order.terms().stream().map(values::get).toList()))
            .toList();
    return new HeldWords(asked, allHeld, context.protector());
  }

  private static Set<String> tables(JobContext context, HoldOrders.Order order) {
    Set<String> tables = new HashSet<>();
    context.catalog().tables().stream()
        .filter(order.predicate()::admits)
        .forEach(table -> tables.add(table.name()));
    return tables;
  }

  private static void add(Map<Integer, List<Words>> values, int number, String value) {
    values.computeIfAbsent(number, any -> new ArrayList<>()).add(Words.of(value));
  }

  private static String value(HoldTerm term) {
    return term instanceof HoldTerm.Named named ? named.value() : ((HoldTerm.Email) term).address();
  }

  /** Whether nothing is held. */
  public boolean none() {
    return orders.isEmpty() && !allHeld;
  }

  /**
   * Numbers of the holds that cover a sealed row set aside for {@code table}; what of it stands for
   * no row at all is covered by none that names something.
   */
  List<String> inSealedRow(String table, String sealed) {
    List<Order> meant =
        orders.stream()
            .filter(
                order -> isMeant(order, table) || order.tables().contains(QuarantineHolds.TABLE))
            .toList();
    try {
      String text = sealed == null ? "" : protector.unseal(sealed);
      return ids(meant, found(List.of(text), meant));
    } catch (IllegalArgumentException notOfTheseKeys) {
      return meant.stream().map(Order::id).toList();
    }
  }

  /**
   * Whether a hold covers a file with rows for {@code tables}.
   *
   * @param bytes opens the file; it is read once
   */
  public boolean inFile(Set<String> tables, Opening bytes) {
    List<Order> meant =
        orders.stream()
            .filter(order -> tables.stream().anyMatch(table -> isMeant(order, table)))
            .toList();
    if (allHeld || meant.isEmpty()) {
      return allHeld;
    }
    try (InputStream in = bytes.open()) {
      return !ids(meant, found(in, meant)).isEmpty();
    } catch (IOException | RuntimeException unreadable) {
      return true;
    }
  }

  /** Opens a file. */
  public interface Opening {
    InputStream open() throws IOException;
  }

  private static boolean isMeant(Order order, String table) {
    return order.tables().contains(table) || table.equals("unknown");
  }

  private static List<String> ids(List<Order> meant, Set<Pattern> found) {
    return meant.stream()
        .filter(
            order ->
                order.terms().stream()
                    .allMatch(
                        values ->
                            values.stream().anyMatch(words -> found.containsAll(words.patterns()))))
        .map(Order::id)
        .toList();
  }

  private static Set<Pattern> found(List<String> texts, List<Order> meant) {
    Set<Pattern> found = new HashSet<>();
    Stream<Pattern> wanted =
        meant.stream()
            .flatMap(order -> order.terms().stream())
            .flatMap(List::stream)
            .flatMap(words -> words.patterns().stream());
    List<String> folded = texts.stream().map(NormalText::folded).toList();
    wanted
        .filter(pattern -> folded.stream().anyMatch(text -> pattern.matcher(text).find()))
        .forEach(found::add);
    return found;
  }

  private static Set<Pattern> found(InputStream in, List<Order> meant) throws IOException {
    Set<Pattern> found = new HashSet<>();
    byte[] chunk = new byte[CHUNK + OVERLAP];
    int kept = 0;
    int read = in.readNBytes(chunk, 0, CHUNK);
    if (begins(chunk, read, "%PDF") || begins(chunk, read, "\u00d0\u00cf\u0011\u00e0")) {
      throw new IOException("a layout in which text cannot be looked for");
    }
    if (begins(chunk, read, "\u001f\u008b")) {
      return found(new GZIPInputStream(new SequenceInputStream(start(chunk, read), in)), meant);
    }
    if (begins(chunk, read, "PK\u0003\u0004")) {
      return foundInZip(new SequenceInputStream(start(chunk, read), in), meant);
    }
    while (read > 0) {
      byte[] part = java.util.Arrays.copyOf(chunk, kept + read);
      found.addAll(
          found(CHARSETS.stream().map(charset -> new String(part, charset)).toList(), meant));
      kept = Math.min(OVERLAP, part.length);
      // An odd number of bytes would shift the pairs of UTF-16.
      kept -= kept % 2;
      System.arraycopy(part, part.length - kept, chunk, 0, kept);
      read = in.readNBytes(chunk, kept, CHUNK);
    }
    return found;
  }

  private static InputStream start(byte[] chunk, int read) {
    return new java.io.ByteArrayInputStream(chunk, 0, read);
  }

  private static boolean begins(byte[] bytes, int length, String mark) {
    return length >= mark.length()
        && new String(bytes, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
  }

  private static Set<Pattern> foundInZip(InputStream in, List<Order> meant) throws IOException {
    Set<Pattern> found = new HashSet<>();
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      found.addAll(found(zip, meant));
    }
    return found;
  }
}
