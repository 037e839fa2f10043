package org.recordlake.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SkippedTestsTest {
  @Test
  void everyRunOfTestsHasIt() {
    assertThat(ServiceLoader.load(LauncherSessionListener.class))
        .hasAtLeastOneElementOfType(SkippedTests.class);
  }

  @Test
  void whatWasSkippedIsToldOnceWithItsReason() {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (LauncherSession session = LauncherFactory.openSession()) {
      LauncherDiscoveryRequest skipping =
          LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Skipping.class)).build();
      session.getLauncher().execute(skipping);
      session.getLauncher().execute(skipping);
      assertThat(printed.size()).isZero();
    } finally {
      System.setOut(out);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("*** 4 TESTS WERE SKIPPED")
        .contains("***   4 × no real data beside the project");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThat(SkippedTests.summary(Map.of("no data", 1L), false))
        .startsWith("*** 1 TEST WAS SKIPPED: the folder of shared reference data, ")
        .contains("shared/data, is missing");
    assertThat(SkippedTests.summary(Map.of("no data", 1L), true))
        .startsWith("*** 1 TEST WAS SKIPPED\n");
    assertThat(SkippedTests.summary(Map.of(), false)).isEmpty();
  }

  /** Run by the test above alone: Surefire leaves out classes within others. */
  static class Skipping {
    @Test
    void one() {
      Assumptions.assumeTrue(false, "no real data beside the project");
    }

    @Test
    void other() {
      one();
    }

    @Test
    void fine() {}
  }
}
