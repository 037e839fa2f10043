package org.recordlake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.format.business.SalesforceId;

class NormalFormsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Old Mill Instruments LLC | OLD MILL INSTRUMENTS, L.L.C. | EXACT",
        "The O'Brien Instruments | O\u2019Brien Instruments Inc. | EXACT",
        "Stone & Olsen Accounting | Stone and Olsen Accounting Co | EXACT",
        "Abbott, Ethan | Ethan Abbott | EXACT",
        "Café Müller GmbH | Cafe Muller | EXACT",
        "Bob Smith | Robert Smith | EXACT",
        "J. Nguyen | Jane Nguyen | CLOSE",
        "Sumimt Goods | Summit Goods | CLOSE",
        "Harbor Acctg | Harbor Accounting | CLOSE",
        "Oldmill Books | Old Mill Books | CLOSE",
        "Blue Heron Trading Partners | Blue Heron Trading | PART",
        "Harbor Books | Harbor Bakery | SOME",
        "Harbor Books | Granite Law Group | DIFFERENT",
        "Studio 12 | Studio 13 | SOME",
        "Inc. | Inc. | EXACT"
      })
  void namesAgree(String one, String other, PartyName.Agreement expected) {
    PartyName left = PartyName.of(one);
    PartyName right = PartyName.of(other);
    assertThat(left.agreement(right)).isEqualTo(expected);
    assertThat(right.agreement(left)).as("the other way round").isEqualTo(expected);
  }

  @Test
  void noNameAgreesWithNothing() {
    assertThat(PartyName.of(null).agreement(PartyName.of(" ,. ")))
        .isEqualTo(PartyName.Agreement.MISSING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "330 Ferry Rd | 330 FERRY ROAD | EXACT",
        "330 Ferry Rd Ste 420 | 330 Ferry Road | EXACT",
        "Ferry Rd 330 | 330 Ferry Rd | EXACT",
        "330 N Ferry Rd | 330 North Ferry Rd. | EXACT",
        "P.O. Box 687 | PO BOX 687 | EXACT",
        "Post Office Box 687 | POB 687 | EXACT",
        "330 Ferri Rd | 330 Ferry Rd | CLOSE",
        "3330 Ferry Rd | 330 Ferry Rd | CLOSE",
        "Ferry Rd | 330 Ferry Rd | STREET",
        "12 Ferry Rd | 13 Ferry Rd | DIFFERENT",
        "PO Box 687 | PO Box 123 | DIFFERENT",
        "330 Ferry Rd | PO Box 330 | DIFFERENT"
      })
  void streetsAgree(String one, String other, StreetAddress.Agreement expected) {
    StreetAddress left = StreetAddress.of(one, null);
    StreetAddress right = StreetAddress.of(other, null);
    assertThat(left.agreement(right)).isEqualTo(expected);
    assertThat(right.agreement(left)).as("the other way round").isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "330 Ferry Rd, Suite 420, 420",
    "330 Ferry Rd #7, '', 7",
    "330 Ferry Rd Apt. 3B, '', 3b",
    "330 Ferry Rd, '', ''"
  })
  void unitsStandByThemselves(String line1, String line2, String unit) {
    assertThat(StreetAddress.of(line1, line2).unit()).isEqualTo(unit);
  }

  @Test
  void anAddressOfOneLineComesApart() {
    Locality.Line line = Locality.Line.parse("12 Canal St, Suite 4, Boston, MA 02118-0001");
    assertThat(line.street()).isEqualTo("12 Canal St Suite 4");
    assertThat(line.place()).isEqualTo(new Locality("boston", "MA", "02118"));
    assertThat(Locality.Line.parse("12 Canal St, MA 02118").place().zip()).isEqualTo("02118");
  }

  @ParameterizedTest
  @CsvSource({
    "02118, 02118-0001, ZIP",
    "02118, 02119, OTHER_ZIP",
    "02118, '', AREA",
    "02118, 60601, OTHER_ZIP"
  })
  void placesOfOneCityAgreeByTheirCodes(String one, String other, Locality.Agreement expected) {
    assertThat(Locality.of("Boston", "MA", one).agreement(Locality.of("Bostn", "MA", other)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "(202) 555-0101, US, +12025550101",
    "+1 202.555.0101 ext. 7, , +12025550101",
    "030 901820, DE, +4930901820",
    "202-555-0101, nowhere, +12025550101",
    "call me, US, none",
    "12, US, none"
  })
  void telephonesComeToTheirInternationalForm(String text, String country, String expected) {
    assertThat(Addresses.phone(text, country).orElse("none")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "' Jane.Roe+News@X.Example.COM', jane.roe+news@x.example.com, jane.roe@x.example.com",
    "+jane@x.example.com, +jane@x.example.com, +jane@x.example.com"
  })
  void emailAddressesComeToSmallLettersAndTheirMailbox(String text, String email, String mailbox) {
    assertThat(Addresses.email(text)).contains(email);
    assertThat(Addresses.mailbox(email)).isEqualTo(mailbox);
    assertThat(Addresses.email("jane at home")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "001A000001LkwXZ, 001A000001LkwXZIAZ",
    "001A000001LkwXZIAZ, 001A000001LkwXZIAZ",
    "001A000001LkwXZIAA, none",
    "C-000001, none"
  })
  void salesforceNumbersComeToTheFormOfEighteen(String text, String expected) {
    assertThat(SalesforceId.of(text).orElse("none")).isEqualTo(expected);
  }
}
