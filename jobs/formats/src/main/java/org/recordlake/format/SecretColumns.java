package org.recordlake.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.recordlake.protect.PaymentNumbers;

/**
 * The columns of a header whose names say that they hold a verification code, a PIN or magnetic
 * stripe data: nothing of them is kept, not even in the quarantine.
 */
public final class SecretColumns {
  private final int width;
  private final Set<Integer> places;

  private SecretColumns(int width, Set<Integer> places) {
    this.width = width;
    this.places = Set.copyOf(places);
  }

  public static SecretColumns of(List<String> names) {
    Set<Integer> places = new HashSet<>();
    for (int place = 0; place < names.size(); place++) {
      if (PaymentNumbers.isSecretLabel(names.get(place))) {
        places.add(place);
      }
    }
    return new SecretColumns(names.size(), places);
  }

  /**
   * {@code record} without what stands in these columns. Where it has fewer or more fields than the
   * header, nobody can say which of its short numbers is the secret, so all are blotted out.
   */
  public SourceRecord without(SourceRecord record) {
    if (places.isEmpty()) {
      return record;
    }
    boolean ragged = record.fields().size() != width;
    List<String> fields = new ArrayList<>();
    for (int place = 0; place < record.fields().size(); place++) {
      String field = record.fields().get(place);
      String kept = places.contains(place) ? "" : field;
      fields.add(ragged ? RawText.withoutShortNumbers(kept) : kept);
    }
    return new SourceRecord(record.line(), fields, record.problem());
  }
}
