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
  private OtherColumns() {}

  /**
   * For each of them that holds something, what is said under a name.
   *
   * @param beside names of the columns that say something of all of them
   */
  static List<Function<String, Optional<String>>> of(Fields fields, List<String> beside) {
    Set<String> named = beside.stream().map(Header::plain).collect(Collectors.toSet());
    List<Function<String, Optional<String>>> rows = new ArrayList<>();
    int count = 0;
    for (int place = 0; place < fields.header().width(); place++) {
      String column = fields.header().name(place).strip();
      String plain = Header.plain(column);
      if (!plain.isEmpty() && !named.contains(plain)) {
        count++;
        String number = Integer.toString(count);
        String cell = PaymentNumbers.answer(column, fields.record().field(place));
        if (!cell.isEmpty() && !PaymentNumbers.isSecretLabel(column)) {
          rows.add(name -> said(name, column, cell, number, fields));
        }
      }
    }
    return rows;
  }

  private static Optional<String> said(
      String name, String column, String cell, String number, Fields fields) {
    return switch (name) {
      case "{column}" -> Optional.of(column);
      case "{cell}" -> Optional.of(cell);
      case "{number}" -> Optional.of(number);
      default -> fields.text(Header.plain(name));
    };
  }
}
