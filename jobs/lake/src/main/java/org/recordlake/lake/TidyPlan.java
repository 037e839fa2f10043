package org.recordlake.lake;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files of a table whose rows are to be laid anew, so that those of one last day, or of one
 * month if it is far ahead, lie together and apart from all others.
 *
 * @param files those that fall due first come first
 * @param months first day of the first month whose rows lie together; rows of earlier days lie day
 *     by day
 */
public record TidyPlan(List<DayFile> files, LocalDate months) {
  /** Rows that would lie in more files than this are not laid anew in one go. */
  private static final int MOST_PARTS = 3_660;

  public TidyPlan {
    files = List.copyOf(files);
  }

  /**
   * When it is worth it, and how much is done at a time.
   *
   * @param worthBytes bytes that lie untidily, below which it costs less to rewrite them when a day
   *     falls due
   * @param worthFiles number of such files from which it is worth it in any case
   * @param mostBytes bytes laid anew in one go
   * @param smallFile bytes below which a file is one of a crowd
   * @param crowd so many small files may one day or month have
   */
  record Limits(long worthBytes, int worthFiles, long mostBytes, long smallFile, int crowd) {
    static final Limits USUAL = new Limits(4L << 20, 256, 4L << 30, 32L << 20, 4);

    boolean areWorth(long bytes, int files) {
      return bytes >= worthBytes || files >= worthFiles;
    }
  }

  static TidyPlan nothing(LocalDate asOf) {
    return new TidyPlan(List.of(), monthsFrom(asOf));
  }

  /**
   * Files of several days or months, and small ones of a day or month that has many of them. Day by
   * day lies what falls due in the month of {@code asOf} or the next.
   */
  static TidyPlan of(List<DayFile> all, LocalDate asOf, Limits limits) {
    TidyPlan none = nothing(asOf);
    Map<LocalDate, Long> crowds =
        all.stream()
            .filter(file -> none.isOnePart(file) && file.bytes() < limits.smallFile())
            .collect(groupingBy(file -> none.part(file.first()), counting()));
    List<DayFile> untidy =
        all.stream()
            .filter(
                file ->
                    none.isOnePart(file)
                        ? file.bytes() < limits.smallFile()
                            && crowds.get(none.part(file.first())) > limits.crowd()
                        : none.parts(file.first(), file.last()) <= MOST_PARTS)
            .sorted(comparing(DayFile::first).thenComparing(DayFile::path))
            .toList();
    return limits.areWorth(bytes(untidy), untidy.size())
        ? new TidyPlan(none.inOneGo(untidy, limits), none.months())
        : none;
  }

  private static LocalDate monthsFrom(LocalDate asOf) {
    return asOf.withDayOfMonth(1).plusMonths(2);
  }

  private List<DayFile> inOneGo(List<DayFile> untidy, Limits limits) {
    List<DayFile> chosen = new ArrayList<>();
    long bytes = 0;
    for (DayFile file : untidy) {
      boolean fits =
          bytes + file.bytes() <= limits.mostBytes()
              && parts(untidy.get(0).first(), file.last()) <= MOST_PARTS;
      if (chosen.isEmpty() || fits) {
        chosen.add(file);
        bytes += file.bytes();
      }
    }
    return chosen;
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  public long bytes() {
    return bytes(files);
  }

  /** Whether all rows of a file belong together. */
  boolean isOnePart(DayFile file) {
    return part(file.first()).equals(part(file.last()));
  }

  /** The first of the days whose rows lie together with those of {@code day}. */
  private LocalDate part(LocalDate day) {
    return day.isBefore(months) ? day : day.withDayOfMonth(1);
  }

  LocalDate first() {
    return files.get(0).first();
  }

  /** Days of its rows that lie day by day, gaps included. */
  int days() {
    return days(first());
  }

  private int days(LocalDate first) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(first, months));
  }

  /** Into how many parts its rows go, gaps included. */
  int parts() {
    return parts(
        first(), files.stream().map(DayFile::last).max(LocalDate::compareTo).orElseThrow());
  }

  private int parts(LocalDate first, LocalDate last) {
    return last.isBefore(months)
        ? (int) ChronoUnit.DAYS.between(first, last) + 1
        : days(first) + (int) ChronoUnit.MONTHS.between(firstMonth(first), part(last)) + 1;
  }

  /** The first month that may have rows. */
  LocalDate firstMonth() {
    return firstMonth(first());
  }

  private LocalDate firstMonth(LocalDate first) {
    return first.isBefore(months) ? months : part(first);
  }

  private static long bytes(List<DayFile> files) {
    return files.stream().mapToLong(DayFile::bytes).sum();
  }
}
