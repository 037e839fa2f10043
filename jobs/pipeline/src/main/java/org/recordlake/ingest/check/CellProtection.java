package org.recordlake.ingest.check;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.recordlake.catalog.Protection;
import org.recordlake.ingest.land.MediaFolder;
import org.recordlake.protect.PaymentNumbers;
import org.recordlake.protect.Protector;

/**
 * What must happen to protected values before the first write, and what makes them unacceptable.
 *
 * @param media the files that media columns name
 */
record CellProtection(Protector protector, MediaFolder media) implements Serializable {
  /** Reason code if {@code text} cannot be accepted. */
  Optional<String> problem(Protection protection, String text) {
    return switch (protection) {
      case CARD -> unless(PaymentNumbers.isCard(text), "NOT_A_CARD_NUMBER");
      case BANK_ACCOUNT -> unless(PaymentNumbers.isAccount(text), "NOT_AN_ACCOUNT_NUMBER");
      case MEDIA -> unless(media.has(text), "NO_SUCH_FILE");
      case REFUSE -> Optional.of("REFUSED");
      case NONE, FREE_TEXT -> Optional.empty();
    };
  }

  /**
   * Adds to {@code columns} what {@code text} is stored as.
   *
   * @param text null if there is none, or the row is bad
   * @param rowKey tells rows that name the same file apart
   */
  void store(Protection protection, String text, Supplier<String> rowKey, List<Object> columns) {
    switch (protection) {
      case CARD -> {
        columns.add(text == null ? null : protector.token(PaymentNumbers.digits(text)));
        columns.add(PaymentNumbers.last4(text));
        columns.add(protector.seal(text));
      }
      case BANK_ACCOUNT -> {
        columns.add(text == null ? null : protector.token(PaymentNumbers.account(text)));
        columns.add(PaymentNumbers.accountLast4(text));
        columns.add(protector.seal(text));
      }
      case FREE_TEXT -> columns.add(PaymentNumbers.redact(text));
      case MEDIA -> {
        columns.add(text == null ? null : mediaName(text, rowKey.get()));
        columns.add(text);
      }
      case NONE -> columns.add(text);
      case REFUSE -> {}
    }
  }

  private String mediaName(String file, String rowKey) {
    return protector.mediaName(media.hash(file) + '\u0001' + rowKey);
  }

  private static Optional<String> unless(boolean good, String code) {
    return good ? Optional.empty() : Optional.of(code);
  }
}
