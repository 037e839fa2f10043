package org.recordlake.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recordlake.protect.Signer;

/** Invented certificates. */
final class Certificates {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Certificates() {}

  static Certificate certificate(long number, String previous, Signer signer) {
    return new Certificate(
        Certificate.FORMAT,
        number,
        previous,
        NOON,
        "run-" + number,
        signer.keyId(),
        new Certificate.Authority("N 1", "Sales", "85 FR 33208", "Post", "Präsident"),
        new Certificate.Program("0.1", "4.2.0", "4.4.0", "17"),
        new Certificate.Method("merge", "Clear"),
        List.of(disposal()),
        List.of(new Certificate.Table("records.customers", 2, 300, 1)),
        new Certificate.FileList("C-000001-files.csv", "ab", 2),
        List.of(new Certificate.Tokens("customers", LocalDate.of(2026, 11, 22), 2, "cd")),
        new Certificate.Check("check", List.of("rows")),
        Optional.of(
            new Certificate.Scan(
                "scan", 3, Map.of("b", 1L, "a", 2L), List.of("lake"), 9, 99, List.of(), List.of())),
        List.of("no medium"));
  }

  private static Certificate.Disposal disposal() {
    return new Certificate.Disposal(
        "D-1",
        "records.customers",
        new Certificate.Item(
            "R3",
            "Retention and Disposal 3",
            "All other records",
            Period.ofYears(3),
            "85 FR 33208",
            LocalDate.of(2020, 7, 1),
            Optional.empty()),
        new Certificate.Due(
            "the end",
            LocalDate.of(2023, 11, 21),
            LocalDate.of(2026, 11, 21),
            LocalDate.of(2026, 11, 22)),
        new Certificate.Holds(Optional.of(NOON), 1, 0),
        new Certificate.Persons("night", List.of("A. Person", "B. Person")),
        new Certificate.Rows(3, 2, 0),
        new Certificate.Versions(Optional.of(4L), Optional.of(5L)),
        new Certificate.Times(NOON, Optional.of(NOON), Optional.of(NOON), NOON),
        Optional.empty());
  }

  /** A folder with as many, each following the one before. */
  static Map<String, byte[]> folder(int certificates, Signer signer) {
    Map<String, byte[]> folder = new TreeMap<>();
    String previous = Certificate.NONE_BEFORE;
    for (int number = 1; number <= certificates; number++) {
      SignedCertificate signed =
          SignedCertificate.sign(certificate(number, previous, signer), signer);
      folder.put(Certificate.id(number) + ".json", signed.file());
      previous = signed.sha256();
    }
    return folder;
  }
}
