package org.recordlake.format.payment;

import java.util.Optional;
import org.recordlake.format.Batches;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.UnreadableFile;

/**
 * The entries of an ACH file as rows of payments. Headers and controls are rows of no table;
 * addenda go with their entry; the nines that fill the last block are nothing.
 */
final class AchRows extends Batches<RawRow> {
  private static final int BLOCK = 10;

  private final AchRecords records;
  private final TableShape table;
  private final AchRecord file;
  private final AchTotals totals = new AchTotals();
  private Optional<AchBatch> batch = Optional.empty();
  private Optional<AchEntry> entry = Optional.empty();

  /** Of the totals: as in the last batch. */
  private int moneyDigits = AchBatch.MONEY_DIGITS;

  private String highestBatch = "";
  private String highestTrace = "";
  private long count = 1;
  private long batches;
  private boolean ended;

  AchRows(AchRecords records, TableShape table) {
    this.records = records;
    this.table = table;
    if (!records.hasNext()) {
      throw new UnreadableFile("the file header is missing");
    }
    this.file = records.next();
    if (file.type() != '1') {
      throw new UnreadableFile("the file header is missing");
    }
    add(table.outside(file.line()));
  }

  @Override
  protected boolean more() {
    if (records.hasNext()) {
      take(records.next());
      return true;
    } else if (!ended) {
      throw new UnreadableFile("the file control is missing: the file breaks off");
    }
    return false;
  }

  private void take(AchRecord record) {
    if (ended) {
      if (!record.isPadding()) {
        throw new UnreadableFile("line " + record.line() + " stands behind the file control");
      }
      return;
    }
    count++;
    switch (record.type()) {
      case '5' -> opens(record);
      case '6' -> enters(record);
      case '7' -> adds(record);
      case '8' -> closes(record);
      case '9' -> ends(record);
      default ->
          throw new UnreadableFile("line " + record.line() + " is of an unknown record type");
    }
  }

  private void opens(AchRecord header) {
    if (batch.isPresent()) {
      throw new UnreadableFile("a batch begins on line " + header.line() + " within another");
    }
    batches++;
    batch = Optional.of(new AchBatch(file, header, batchNumber(header)));
    highestTrace = "";
    add(table.outside(header.line()));
  }

  /**
   * Batches are numbered upwards; those of a program that does not are told apart by their place.
   */
  private String batchNumber(AchRecord header) {
    String number = header.field(88, 94);
    boolean upwards = highestBatch.compareTo(number) < 0;
    highestBatch = upwards ? number : highestBatch;
    return upwards ? number : number + "." + batches;
  }

  /** The same for the entries of a batch and their trace numbers. */
  private String entryNumber(AchRecord record) {
    String trace = record.field(80, 94);
    boolean upwards = highestTrace.compareTo(trace) < 0;
    highestTrace = upwards ? trace : highestTrace;
    return upwards ? trace : trace + "." + record.line();
  }

  private void enters(AchRecord record) {
    AchBatch current = current(record);
    finish();
    if (current.isAdvice()) {
      advises(current, record);
      return;
    }
    current.totals().entry(record.number(4, 11), record.number(30, 39), AchDirection.of(record));
    entry = Optional.of(new AchEntry(current, record, entryNumber(record)));
  }

  /** A sum the operator booked for a bank is no payment. */
  private void advises(AchBatch current, AchRecord record) {
    current
        .totals()
        .entry(record.number(4, 11), record.number(28, 39), AchDirection.ofAdvice(record));
    add(table.outside(record.line()));
  }

  private void adds(AchRecord record) {
    current(record).totals().addenda();
    entry
        .orElseThrow(
            () -> new UnreadableFile("addenda on line " + record.line() + " follow no entry"))
        .add(record);
  }

  private void closes(AchRecord control) {
    AchBatch current = current(control);
    finish();
    current.totals().check("batch", control, 5, 6, current.moneyDigits());
    totals.add(current.totals());
    moneyDigits = current.moneyDigits();
    batch = Optional.empty();
    add(table.outside(control.line()));
  }

  private void ends(AchRecord control) {
    if (batch.isPresent()) {
      throw new UnreadableFile("the batch before line " + control.line() + " has no control");
    }
    AchTotals.same("file", "batch count", control, 2, 7, batches);
    AchTotals.same("file", "block count", control, 8, 13, (count + BLOCK - 1) / BLOCK);
    totals.check("file", control, 14, 8, moneyDigits);
    ended = true;
    add(table.outside(control.line()));
  }

  private void finish() {
    entry.ifPresent(done -> add(done.row(table)));
    entry = Optional.empty();
  }

  private AchBatch current(AchRecord record) {
    return batch.orElseThrow(
        () -> new UnreadableFile("line " + record.line() + " lies in no batch"));
  }
}
