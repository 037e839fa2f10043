package org.recordlake.format.contract;

import java.util.Locale;
import java.util.Optional;
import org.recordlake.format.tabular.Amounts;
import org.recordlake.format.tabular.Coded;
import org.recordlake.format.tabular.Duns;
import org.recordlake.format.tabular.Fields;

/** Fields of an action, brought into the catalogue's form. */
record ActionFields(Fields fields) {
  Optional<String> text(String... names) {
    return fields.text(names);
  }

  Optional<String> day(String... names) {
    return fields.day(names);
  }

  Optional<String> money(String... names) {
    return fields.text(names).map(text -> Amounts.cell(text, Amounts.Decimal.POINT));
  }

  /** The code of a field that may hold its meaning too. */
  Optional<String> code(String... names) {
    return fields.text(names).map(text -> Coded.of(text).code()).filter(code -> !code.isEmpty());
  }

  /** The meaning of a field that may hold its code too. */
  Optional<String> label(String... names) {
    return fields.text(names).map(text -> Coded.of(text).label()).filter(text -> !text.isEmpty());
  }

  Optional<String> duns(String... names) {
    return fields.text(names).map(Duns::of);
  }

  Optional<String> uei(String... names) {
    return fields.text(names).map(text -> text.toUpperCase(Locale.ROOT));
  }
}
