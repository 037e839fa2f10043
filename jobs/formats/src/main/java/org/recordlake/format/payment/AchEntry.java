package org.recordlake.format.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;

/** An entry with its addenda: one payment, its return, or a correction of its account. */
final class AchEntry {
  /** Remittance text longer than this is cut; a corporate entry may have 9,999 addenda. */
  private static final int LONGEST_MEMO = 8000;

  /** Characters in front of the trace number. */
  private static final int TRACE = 79;

  private static final int[] WEIGHTS = {3, 7, 1, 3, 7, 1, 3, 7};

  private final AchBatch batch;
  private final AchRecord entry;
  private final String number;
  private final List<AchRecord> addenda = new ArrayList<>();
  private int addendaCount;

  /**
   * @param number its trace number, and what else it takes to tell it from others of its batch
   */
  AchEntry(AchBatch batch, AchRecord entry, String number) {
    this.batch = batch;
    this.entry = entry;
    this.number = number;
  }

  void add(AchRecord record) {
    addendaCount++;
    if (addendaCount <= LONGEST_MEMO / 80) {
      addenda.add(record);
    }
  }

  RawRow row(TableShape table) {
    if (!checkDigitFits()) {
      return table.broken(entry.line(), raw(), "BAD_CHECK_DIGIT");
    } else if (entry.text().charAt(78) == '1' && addendaCount == 0) {
      return table.broken(entry.line(), raw(), "ADDENDA_MISSING");
    }
    return cells().row(table, entry.line(), raw());
  }

  private Cells cells() {
    Optional<AchRecord> answer = addenda("99").or(() -> addenda("98"));
    AchParty party = batch.isInternational() ? foreign() : AchParty.of(batch.entryClass(), entry);
    return new Cells()
        .put("payment_id", batch.paymentId(number, raw().substring(0, TRACE)))
        .put("method", "ach")
        .put("paid_on", batch.day())
        .put("amount", entry.dollars(30, 39))
        .put("account_number", account())
        .put("routing_number", entry.field(4, 12))
        .put("direction", AchDirection.of(entry).word())
        .put("entry_class", batch.entryClass())
        .put("trace_number", entry.field(80, 94))
        .put("card_number", party.card())
        .put("card_expires", party.cardExpires())
        .put("check_number", party.checkNumber())
        .put("party_name", party.name())
        .put("party_reference", party.reference())
        .put("memo", memo())
        .put("outcome_code", answer.flatMap(record -> record.optional(4, 6)))
        .put("original_trace", answer.flatMap(record -> record.optional(7, 21)))
        .put("corrected_account_number", addenda("98").flatMap(AchCorrection::account))
        .put("corrected_routing_number", addenda("98").flatMap(AchCorrection::routing));
  }

  private Optional<String> account() {
    return batch.isInternational() ? entry.optional(40, 74) : entry.optional(13, 29);
  }

  /** The other end of an international entry stands in its addenda. */
  private AchParty foreign() {
    return new AchParty(
        addenda("10").flatMap(record -> record.optional(47, 81)),
        addenda("15").flatMap(record -> record.optional(4, 18)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What payer and receiver tell each other: addenda 05, or 17 of an international entry. */
  private Optional<String> memo() {
    String kind = batch.isInternational() ? "17" : "05";
    String text =
        addenda.stream()
            .filter(record -> record.field(2, 3).equals(kind))
            .map(record -> record.field(4, 83))
            .collect(Collectors.joining("\n"));
    return Optional.of(text).filter(said -> !said.isBlank());
  }

  /** Of several of a kind the last: a return that was contested has one for each answer. */
  private Optional<AchRecord> addenda(String kind) {
    return addenda.stream()
        .filter(record -> record.field(2, 3).equals(kind))
        .reduce((earlier, later) -> later);
  }

  /** The ninth digit of a routing number makes the weighted sum a multiple of ten. */
  private boolean checkDigitFits() {
    int digit = entry.text().charAt(11) - '0';
    if (digit < 0 || digit > 9) {
      return false;
    }
    long sum = digit;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * entry.number(4 + i, 4 + i);
    }
    return sum % 10 == 0;
  }

  /** The entry for the quarantine: without its account and card number. */
  private String raw() {
    if (batch.isInternational()) {
      return entry.without(40, 74);
    }
    String raw = entry.without(13, 29);
    return AchParty.showsCard(batch.entryClass(), entry)
        ? new AchRecord(entry.line(), raw).without(40, 76)
        : raw;
  }
}
