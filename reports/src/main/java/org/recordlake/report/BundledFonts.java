package org.recordlake.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets Java measure text on a machine without any installed font, which is common for servers and
 * containers. Reports only ever use the DejaVu fonts from the class path, but Java refuses to start
 * its font system without a font configuration.
 */
final class BundledFonts {
  private static final String CONFIGURATION = "sun.awt.fontconfig";

  private BundledFonts() {}

  static void install() {
    System.setProperty("java.awt.headless", "true");
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, emptyConfiguration().toString());
    }
  }

  private static Path emptyConfiguration() {
    try {
      Path file = Files.createTempFile("recordlake-fonts", ".properties");
      file.toFile().deleteOnExit();
      return Files.writeString(file, "version=1\nsequence.allfonts=default\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
