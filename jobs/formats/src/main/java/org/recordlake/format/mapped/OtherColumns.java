package org.recordlake.format.mapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.Header;
import org.recordlake.protect.PaymentNumbers;

/**
 * Columns that are no fields of a record but records themselves: an export of a poll has one for
 * each question, whose name is the question. They are all that the mapping does not name.
 */
final class OtherColumns {
  private final Header header;
  private final List<Integer> places = new ArrayList<>();

  /**
   * @param beside names of the columns that say something of all of them
   */
  OtherColumns(Header header, List<String> beside) {
    this.header = header;
    Set<String> named = beside.stream().map(Header::plain).collect(Collectors.toSet());
    for (int place = 0; place < header.width(); place++) {
      String plain = Header.plain(header.name(place));
      if (!plain.isEmpty() && !named.contains(plain)) {
        places.add(place);
      }
    }
  }

  /** For each of them that holds something, what is said under a name. */
  List<Function<String, Optional<String>>> of(Fields fields) {
    List<Function<String, Optional<String>>> rows = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      String column = header.name(places.get(i)).strip();
      String cell = PaymentNumbers.answer(column, fields.record().field(places.get(i)));
      String number = Integer.toString(i + 1);
      if (!cell.isEmpty() && !PaymentNumbers.isSecretLabel(column)) {
        rows.add(
            name ->
                switch (name) {
                  case "{column}" -> Optional.of(column);
                  case "{cell}" -> Optional.of(cell);
                  case "{number}" -> Optional.of(number);
                  default -> fields.text(Header.plain(name));
                });
      }
    }
    return rows;
  }
}
