package org.recordlake.job;

import java.util.Optional;

/** The program's own version, for ledgers and {@code --version}. */
public final class Version {
  /** From the jar's manifest; "development" when run from class folders. */
  public static final String PROGRAM =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
          .orElse("development");

  private Version() {}
}
