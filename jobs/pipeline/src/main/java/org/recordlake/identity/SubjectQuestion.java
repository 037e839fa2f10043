package org.recordlake.identity;

import java.io.Serializable;
import org.recordlake.problem.Failure;

/**
 * Whom a search is about.
 *
 * @param by what is given
 * @param value in normal form
 */
public record SubjectQuestion(By by, String value) implements Serializable {
  /** What an individual is known by; the notice retrieves records by these. */
  public enum By {
    INDIVIDUAL,
    EMAIL,
    PHONE,
    NAME
  }

  private static final String PLACE = "subject find";

  /** By the number of an individual. */
  public static SubjectQuestion individual(String id) {
    return new SubjectQuestion(By.INDIVIDUAL, given(id.strip(), "number"));
  }

  /** By e-mail address. */
  public static SubjectQuestion email(String address) {
    return new SubjectQuestion(
        By.EMAIL, given(Addresses.email(address).orElse(""), "e-mail address"));
  }

  /** By telephone number, of the United States unless it begins with a plus. */
  public static SubjectQuestion phone(String number) {
    return new SubjectQuestion(
        By.PHONE, given(Addresses.phone(number, null).orElse(""), "telephone number"));
  }

  /** By name; the order of the words does not count. */
  public static SubjectQuestion name(String text) {
    return new SubjectQuestion(By.NAME, given(PartyName.of(text).fingerprint(), "name"));
  }

  private static String given(String value, String what) {
    if (value.isEmpty()) {
      throw Failure.usage("that is no " + what, PLACE, "Give a whole " + what);
    }
    return value;
  }

  /** Whether {@code party} answers to it. */
  boolean fits(Party party) {
    return switch (by) {
      case INDIVIDUAL -> party.individualId().equals(value);
      case EMAIL -> party.emails().contains(value);
      case PHONE -> party.features().phone().equals(value);
      case NAME -> party.features().name().fingerprint().equals(value);
    };
  }
}
