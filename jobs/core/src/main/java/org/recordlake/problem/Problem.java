package org.recordlake.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One thing that is wrong, said so that the reader can mend it. None of the three parts may hold a
 * personal value.
 *
 * @param what what is wrong
 * @param place the file, key path, table or column where it is wrong
 * @param mend what to do about it
 */
public record Problem(String what, String place, String mend) implements Serializable {
  public Problem {
    requireNonNull(what, "what");
    requireNonNull(place, "place");
    requireNonNull(mend, "mend");
  }

  @Override
  public String toString() {
    return place + ": " + what + ". " + mend + ".";
  }
}
