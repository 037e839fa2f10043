package org.recordlake.scan;

import java.nio.file.Path;
import java.util.Map;
import org.recordlake.protect.Keys;
import org.recordlake.protect.Protector;
import org.recordlake.scan.result.ScanResult;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.scan.token.Salt;
import org.recordlake.scan.token.TokenMaker;

/** Four destroyed values, their tokens, and a scan for them. */
final class Planted {
  static final Protector KEYS = Keys.temporary();
  static final String EMAIL = "Zoë.Quibble+poll@Example-Harbor.org";
  static final String PHONE = "+1 (202) 555-0143";
  static final String NAME = "Zoë  Quibblé-Van Órden";
  static final String KEY = "C-0094417";
  static final String NOTE =
      "Asked twice whether parcels to Ponce arrive before noon, and wants a call back on Friday.";

  /** As each may stand somewhere, by its label. */
  static final Map<String, String> OTHERWISE =
      Map.of(
          "contacts.email", "zoë.quibble+poll@example-harbor.ORG",
          "contacts.phone", "202.555.0143",
          "contacts.full_name", "ZOE QUIBBLE VAN ORDEN",
          "customers.customer_id", "c-0094417",
          "sales_calls.notes", NOTE);

  private Planted() {}

  static ResidueTokens tokens() {
    TokenMaker maker = new TokenMaker(Salt.of("s1", KEYS));
    maker.add("contacts.email", EMAIL);
    maker.add("contacts.phone", PHONE);
    maker.add("contacts.full_name", NAME);
    maker.add("customers.customer_id", KEY);
    maker.add("sales_calls.notes", NOTE);
    return maker.made();
  }

  static ScanResult scan(Path folder) {
    return scan(folder, ScanKeys.of(KEYS));
  }

  static ScanResult scan(Path folder, ScanKeys keys) {
    return ResidueScan.of(LocalFolder.of(Map.of("lake", folder)), tokens(), keys).run();
  }
}
