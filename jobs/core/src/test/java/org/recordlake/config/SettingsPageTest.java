package org.recordlake.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.testing.ProjectFolder;

/** Run with {@code -Drecordlake.write=true} it writes the page instead of judging it. */
@DisplayName("docs/settings.md")
class SettingsPageTest {
  private static final Path PAGE = ProjectFolder.root().resolve("docs").resolve("settings.md");

  @Test
  @DisplayName("says what the constants say")
  void current() throws IOException {
    String page = SettingsPage.text();
    if (Boolean.getBoolean("recordlake.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as(
            "Write it anew: ./mvnw -B -pl jobs/core test -Dtest=SettingsPageTest"
                + " -Drecordlake.write=true")
        .hasContent(page);
  }

  @Test
  @DisplayName("has no line over 120 characters")
  void width() {
    assertThat(SettingsPage.text().lines()).allMatch(line -> line.length() <= 120);
  }
}
