package org.recordlake.generate;

import java.io.Serializable;
import java.time.LocalDate;
import org.recordlake.problem.Failure;

/**
 * What to generate: so many customers with so many months of history that ends on a day, into a
 * folder.
 *
 * @param out folder or URI of the landing root
 */
public record GenerateOptions(int customers, int months, long seed, String out, LocalDate endOn)
    implements Serializable {

  public GenerateOptions {
    if (customers < 1 || customers > 100_000_000) {
      throw Failure.usage(
          "Cannot generate " + customers + " customers", "--customers", "ask for 1 to 100000000");
    }
    if (months < 1 || months > 240) {
      throw Failure.usage("Cannot generate " + months + " months", "--months", "ask for 1 to 240");
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
