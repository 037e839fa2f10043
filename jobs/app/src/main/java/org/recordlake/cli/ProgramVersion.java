package org.recordlake.cli;

import org.recordlake.job.Version;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version}. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Recordlake " + Version.PROGRAM};
  }
}
