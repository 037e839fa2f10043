package org.recordlake.ingest.land;

import java.util.List;
import java.util.regex.Pattern;
import org.recordlake.format.Head;
import org.recordlake.protect.PaymentNumbers;

/** How long the lake keeps its copy of a dropped file. */
public enum CopyRetention {
  /** Some days, or as long as what was quarantined of it. */
  USUAL,
  /**
   * No longer than the run: the names in it show verification codes, PINs or magnetic stripe data,
   * which may lie nowhere.
   */
  THIS_RUN;

  private static final Pattern JSON_NAME = Pattern.compile("\"([A-Za-z0-9_ .-]{2,40})\"\\s*:");

  public static CopyRetention of(List<Head> heads) {
    return heads.stream().anyMatch(CopyRetention::namesSecrets) ? THIS_RUN : USUAL;
  }

  private static boolean namesSecrets(Head head) {
    boolean column =
        head.records().stream()
            .flatMap(record -> record.fields().stream())
            .anyMatch(PaymentNumbers::isSecretLabel);
    boolean name =
        JSON_NAME
            .matcher(head.text())
            .results()
            .anyMatch(found -> PaymentNumbers.isSecretLabel(found.group(1)));
    return column || name;
  }
}
