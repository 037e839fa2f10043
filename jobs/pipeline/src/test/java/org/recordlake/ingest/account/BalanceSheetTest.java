package org.recordlake.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.ingest.account.FileOutcome.Status;
import org.recordlake.ingest.land.CopyRetention;
import org.recordlake.ingest.land.LandedFile;

@DisplayName("The balance sheet of an ingest")
class BalanceSheetTest {
  private static final Balance ROWS = new Balance(127, 1, 2, 4, 8, 16, 64, 32);

  @Test
  @DisplayName("has a line for each table, their total, and what became of the files")
  void lines() {
    assertThat(
            new BalanceSheet(
                    List.of(
                        outcome("a", "payments", Status.COMMITTED, "rows", ROWS),
                        outcome("b", "payments", Status.COMMITTED, "rows", ROWS),
                        outcome("a", "orders", Status.REFUSED, "rows", balance(5)),
                        FileOutcome.unknown(file("c"), CopyRetention.USUAL, "no layout")))
                .lines())
        .containsExactly(
            "rows by table                     read    stored   updated duplicate quarantined   expired  disposed   outside",
            "orders                               5         0         0         0           5         0         0         0",
            "payments                           254         2         4         8          16        32       128        64",
            "total                              259         2         4         8          21        32       128        64",
            "3 files for 2 tables: 1 taken in, 1 refused whole, 1 of no known layout, set aside unread"
                + " and so not among the rows above");
  }

  @Test
  @DisplayName("says where days come from that the rows of a layout do not say")
  void daysElsewhere() {
    List<String> lines =
        new BalanceSheet(
                List.of(
                    outcome("a", "polls", Status.COMMITTED, "name", ROWS),
                    outcome("b", "polls", Status.COMMITTED, "name", ROWS),
                    outcome("b", "answers", Status.COMMITTED, "name", ROWS),
                    outcome("c", "polls", Status.COMMITTED, "time stamp", ROWS),
                    outcome("d", "polls", Status.REFUSED, "folder", ROWS)))
            .lines();
    assertThat(lines.subList(lines.size() - 3, lines.size()))
        .containsExactly(
            "4 files for 2 tables: 3 taken in, 1 refused whole",
            "csv: days of 2 files from the name, where rows say none",
            "csv: days of 1 file from the time stamp, where rows say none");
  }

  @Test
  @DisplayName("is empty without files")
  void noFiles() {
    BalanceSheet sheet = new BalanceSheet(List.of());
    assertThat(sheet.lines()).isEmpty();
    assertThat(sheet.counts().values()).containsOnly(0L);
  }

  @Test
  @DisplayName("gives the ledger each figure by its name")
  void counts() {
    BalanceSheet sheet =
        new BalanceSheet(
            List.of(
                outcome("a", "payments", Status.COMMITTED, "rows", ROWS),
                outcome("a", "orders", Status.COMMITTED, "rows", balance(1))));
    assertThat(sheet.lines()).contains("1 file for 2 tables: 1 taken in");
    assertThat(sheet.counts())
        .containsExactly(
            Map.entry("files", 1L),
            Map.entry("read", 128L),
            Map.entry("stored", 1L),
            Map.entry("updated", 2L),
            Map.entry("duplicate", 4L),
            Map.entry("quarantined", 9L),
            Map.entry("expired_on_arrival", 16L),
            Map.entry("disposed", 64L),
            Map.entry("outside_catalogue", 32L));
  }

  @Test
  @DisplayName("tells files of which all was taken from others")
  void wholeAndGood() {
    assertThat(outcome("a", "polls", Status.COMMITTED, "rows", Balance.ZERO).isWholeAndGood())
        .isTrue();
    assertThat(outcome("a", "polls", Status.COMMITTED, "rows", balance(1)).isWholeAndGood())
        .isFalse();
    assertThat(outcome("a", "polls", Status.REFUSED, "rows", Balance.ZERO).isWholeAndGood())
        .isFalse();
  }

  private static Balance balance(long quarantined) {
    return new Balance(quarantined, 0, 0, 0, quarantined, 0, 0, 0);
  }

  private static FileOutcome outcome(
      String hash, String table, Status status, String daysFrom, Balance balance) {
    return new FileOutcome(
        file(hash), table, "csv", daysFrom, status, balance, Optional.empty(), CopyRetention.USUAL);
  }

  private static LandedFile file(String hash) {
    return new LandedFile("sales", hash + ".csv", hash, "", 1, Instant.EPOCH, hash);
  }
}
