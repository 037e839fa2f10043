package org.recordlake.ingest.check;

import java.util.Optional;
import org.recordlake.catalog.Check;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.PiiClass;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.protect.PaymentNumbers;

/**
 * What a column without protection of its own can hold of card numbers and their like, since people
 * write them into any field: words lose them; where they stand for a number, an address or an id,
 * the row is quarantined, since another value in their place would be a wrong one.
 */
enum CellContent {
  WORDS {
    @Override
    String kept(String text) {
      return PaymentNumbers.redact(text);
    }
  },
  NUMBER {
    @Override
    Optional<String> problem(String text) {
      return unless(!PaymentNumbers.hasCard(text, 13), "PAYMENT_NUMBER");
    }
  },
  /** Text of a named form. The longest telephone number (E.164) has 15 digits. */
  FORM {
    @Override
    Optional<String> problem(String text) {
      return unless(PaymentNumbers.withoutCodes(text).equals(text), "REFUSED")
          .or(() -> unless(!PaymentNumbers.hasCard(text, 16), "PAYMENT_NUMBER"));
    }
  },
  /**
   * One of a system's own numbers; those with 15 digits and more are rarely card numbers by chance.
   */
  ID {
    @Override
    Optional<String> problem(String text) {
      if (PaymentNumbers.hasStripe(text)) {
        return Optional.of("REFUSED");
      }
      boolean words = text.indexOf(' ') >= 0 && !PaymentNumbers.redact(text).equals(text);
      return unless(!words && !PaymentNumbers.hasWholeCard(text, 15), "PAYMENT_NUMBER");
    }
  },
  OTHER;

  static CellContent of(Column column, TableSpec table) {
    if (column.protection() != Protection.NONE) {
      return OTHER;
    }
    return switch (column.type().kind()) {
      case LONG, DOUBLE, DECIMAL -> NUMBER;
      case STRING -> ofText(column, table);
      case INT, BOOLEAN, DATE, TIMESTAMP -> OTHER;
    };
  }

  private static CellContent ofText(Column column, TableSpec table) {
    if (column.pii() == PiiClass.ID) {
      return ID;
    }
    return hasForm(column, table) ? FORM : WORDS;
  }

  private static boolean hasForm(Column column, TableSpec table) {
    return table.checks().stream()
        .anyMatch(check -> check instanceof Check.Matches && check.column().equals(column.name()));
  }

  /** Reason code if {@code text} cannot be accepted. */
  Optional<String> problem(String text) {
    return Optional.empty();
  }

  /** What of {@code text} is stored. */
  String kept(String text) {
    return text;
  }

  private static Optional<String> unless(boolean good, String code) {
    return good ? Optional.empty() : Optional.of(code);
  }
}
