package org.recordlake.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says at the end of a process's tests which were skipped and why, so that nobody takes a run
 * without the shared reference data for one with it. A process that shares a module's tests with
 * another gets one class after the other, each as a plan of its own. JUnit finds it through {@code
 * META-INF/services}.
 */
public final class SkippedTests implements LauncherSessionListener, TestExecutionListener {
  private static final Path SHARED = ProjectFolder.root().resolveSibling("shared").resolve("data");

  private final Map<String, Long> reasons = new ConcurrentSkipListMap<>();
  private volatile TestPlan plan;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session.getLauncher().registerTestExecutionListeners(this);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    summary(reasons, Files.isDirectory(SHARED)).lines().forEach(System.out::println);
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionSkipped(TestIdentifier skipped, String reason) {
    add(skipped, reason);
  }

  @Override
  public void executionFinished(TestIdentifier ended, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      add(ended, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }
  }

  /** Nothing if nothing was skipped. */
  static String summary(Map<String, Long> reasons, boolean shared) {
    if (reasons.isEmpty()) {
      return "";
    }
    String why =
        reasons.entrySet().stream()
            .map(reason -> "***   " + reason.getValue() + " × " + reason.getKey() + "\n")
            .collect(Collectors.joining());
    long tests = reasons.values().stream().mapToLong(Long::longValue).sum();
    return "*** "
        + tests
        + (tests == 1 ? " TEST WAS SKIPPED" : " TESTS WERE SKIPPED")
        + (shared ? "" : ": the folder of shared reference data, " + SHARED + ", is missing")
        + "\n"
        + why;
  }

  private void add(TestIdentifier skipped, String reason) {
    long tests =
        skipped.isTest()
            ? 1
            : plan.getDescendants(skipped).stream().filter(TestIdentifier::isTest).count();
    reasons.merge(reason.replaceFirst("^Assumption failed: ", ""), Math.max(1, tests), Long::sum);
  }
}
