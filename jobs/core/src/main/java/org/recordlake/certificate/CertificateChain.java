package org.recordlake.certificate;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;
import org.recordlake.protect.PublicKeys;

/**
 * The certificates of a lake, each of which names the one before it. Whoever changes, takes out or
 * puts in one breaks the chain for all that come after.
 */
public final class CertificateChain {
  private static final String RESTORE = "Restore the folder of certificates from a copy";

  private final List<Problem> problems = new ArrayList<>();
  private final Map<Long, List<Link>> links = new TreeMap<>();

  private CertificateChain() {}

  /** A file of a folder. */
  private record Link(String file, SignedCertificate signed) {}

  /**
   * @param files the certificates of a folder by the names of their files; others stay out
   */
  public static CertificateChain of(Map<String, byte[]> files) {
    CertificateChain chain = new CertificateChain();
    new TreeMap<>(files).forEach(chain::add);
    return chain;
  }

  private void add(String file, byte[] bytes) {
    try {
      SignedCertificate signed = SignedCertificate.read(bytes, file);
      links
          .computeIfAbsent(signed.certificate().number(), number -> new ArrayList<>())
          .add(new Link(file, signed));
    } catch (Failure unreadable) {
      problems.addAll(unreadable.problems());
    }
  }

  /** The latest certificate, if there is one. */
  public Optional<SignedCertificate> last() {
    return links.values().stream()
        .map(same -> same.get(same.size() - 1).signed())
        .max(Comparator.comparing(signed -> signed.certificate().number()));
  }

  /**
   * What does not hold: certificates not signed with one of {@code keys}, gaps, numbers given
   * twice, files under another's name, and links to other bytes than those before.
   */
  public List<Problem> problems(PublicKeys keys) {
    List<Problem> found = new ArrayList<>(problems);
    long expected = 1;
    String previous = Certificate.NONE_BEFORE;
    for (Map.Entry<Long, List<Link>> each : links.entrySet()) {
      long number = each.getKey();
      List<Link> same = each.getValue();
      if (same.size() > 1) {
        found.add(twice(number, same));
      }
      Link link = named(number, same);
      found.addAll(own(link, keys));
      if (number != expected) {
        found.add(gap(expected, number));
      } else if (!link.signed().certificate().previousSha256().equals(previous)) {
        found.add(
            new Problem(
                number == 1
                    ? "the first certificate names one before it"
                    : "it does not follow " + Certificate.id(number - 1) + " as that lies here",
                link.file(),
                RESTORE));
      }
      expected = number + 1;
      previous = link.signed().sha256();
    }
    return found;
  }

  private static Link named(long number, List<Link> same) {
    return same.stream()
        .filter(link -> link.file().equals(Certificate.id(number) + ".json"))
        .findFirst()
        .orElse(same.get(0));
  }

  private static List<Problem> own(Link link, PublicKeys keys) {
    List<Problem> found = new ArrayList<>();
    String name = link.signed().certificate().id() + ".json";
    if (!link.file().equals(name)) {
      found.add(new Problem("this file holds " + name, link.file(), RESTORE));
    }
    if (!link.signed().isSignedBy(keys)) {
      found.add(unsigned(link.signed(), link.file()));
    }
    return found;
  }

  /** That {@code signed} does not bear the signature it should. */
  static Problem unsigned(SignedCertificate signed, String place) {
    return new Problem(
        "the signature is not that of key "
            + signed.certificate().key()
            + " under this text, or that key is not among the public keys given",
        place,
        "Ask the issuer for the certificate and the public key again; do not rely on this one");
  }

  private static Problem twice(long number, List<Link> same) {
    return new Problem(
        "the number " + number + " is there more than once",
        same.stream().map(Link::file).collect(joining(", ")),
        RESTORE);
  }

  private static Problem gap(long expected, long number) {
    String missing =
        expected == number - 1
            ? Certificate.id(expected) + " is missing"
            : Certificate.id(expected) + " to " + Certificate.id(number - 1) + " are missing";
    return new Problem(missing, "before " + Certificate.id(number), RESTORE);
  }
}
