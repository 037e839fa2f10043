package org.recordlake.generate;

import java.io.Serializable;
import java.time.LocalDate;
import org.recordlake.problem.Failure;

/**
 * What to generate: so many customers with so many months of history that ends on a day, into a
 * folder.
 *
 * @param out folder or URI of the landing root
 * @param secondSource share of the customers, 0 to 1, whom another source without customer numbers
 *     wrote down as well, in its own way; who is who stands in the truth
 */
public record GenerateOptions(
    int customers, int months, long seed, String out, LocalDate endOn, double secondSource)
    implements Serializable {

  /** Without a second source. */
  public GenerateOptions(int customers, int months, long seed, String out, LocalDate endOn) {
    this(customers, months, seed, out, endOn, 0);
  }

  public GenerateOptions {
    if (customers < 1 || customers > 100_000_000) {
      throw Failure.usage(
          "Cannot generate " + customers + " customers", "--customers", "ask for 1 to 100000000");
    }
    if (months < 1 || months > 240) {
      throw Failure.usage("Cannot generate " + months + " months", "--months", "ask for 1 to 240");
    }
    if (!(secondSource >= 0 && secondSource <= 0.8)) {
      throw Failure.usage(
          "Cannot generate a second source of " + secondSource,
          "--second-source",
          "ask for a share from 0 to 0.8");
    }
    if (out.isBlank()) {
      throw Failure.usage("Cannot generate into a folder without a name", "--out", "name a folder");
    }
  }

  Timeline timeline() {
    return new Timeline(endOn, months);
  }

  boolean local() {
    return LandingStore.local(out);
  }
}
