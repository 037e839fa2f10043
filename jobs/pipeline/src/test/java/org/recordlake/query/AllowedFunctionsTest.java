package org.recordlake.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

class AllowedFunctionsTest {
  @Test
  void everyNameIsAFunctionOfSpark() {
    assertThat(AllowedFunctions.NAMES)
        .hasSizeGreaterThan(300)
        .allMatch(name -> SharedSpark.session().catalog().functionExists(name));
  }

  @Test
  void nothingThatReachesOutsideTheTablesIsOnTheList() {
    assertThat(AllowedFunctions.NAMES)
        .doesNotContain("reflect", "java_method", "try_reflect", "input_file_name", "version")
        .doesNotContain("current_user", "user", "session_user", "current_catalog", "from_csv")
        .noneMatch(name -> name.startsWith("xpath") || name.startsWith("aes_"));
  }

  @Test
  void theListStandsWhereAMessageSays() {
    assertThat(Files.exists(ProjectFolder.conf().resolveSibling(AllowedFunctions.SOURCE))).isTrue();
  }
}
