package org.recordlake.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.config.LockedSettings;
import org.recordlake.config.Settings;
import org.recordlake.config.Settings.KeySource;
import org.recordlake.doctor.Finding.Fault;
import org.recordlake.doctor.Finding.Fine;
import org.recordlake.doctor.Finding.Warning;
import org.recordlake.problem.ExitCode;
import org.recordlake.protect.Keys;
import org.recordlake.testing.ProjectFolder;

class DoctorTest {
  @TempDir Path folder;
  private final Map<String, String> overrides = new HashMap<>();

  @BeforeEach
  void ownFolders() throws IOException {
    overrides.put("lake", folder.resolve("lake").toString());
    overrides.put("logs", folder.resolve("logs").toString());
    overrides.put("keys.location", folder.resolve("development-keys.json").toString());
    overrides.put("landing.folder", Files.createDirectory(folder.resolve("drop")).toString());
  }

  @Test
  void aFreshInstallationIsFineButForItsKeys() {
    List<Finding> findings = examine();
    assertThat(findings).noneMatch(finding -> finding.failure().isPresent());
    assertThat(find(findings, "keys")).isInstanceOf(Warning.class);
    assertThat(find(findings, "keys").line()).contains("DEVELOPMENT KEYS will be made");
    assertThat(findings)
        .extracting(Finding::subject)
        .contains(
            "Java",
            "memory",
            "fonts",
            "loopback",
            "host name",
            "catalogue",
            "lake",
            "reports",
            "logs",
            "landing",
            "disk");
  }

  @Test
  void nothingIsMade() {
    examine();
    assertThat(folder)
        .isDirectoryNotContaining("glob:**lake")
        .isDirectoryNotContaining("glob:**json");
  }

  @Test
  void brokenKeysAreAFault() throws IOException {
    Files.writeString(folder.resolve("development-keys.json"), "{}");
    assertThat(find(examine(), "keys"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
              assertThat(fault.line()).startsWith("FAIL  keys").contains("→ Restore the keys");
            });
  }

  @Test
  void aBrokenKeyToSignWithIsAFault() throws IOException {
    Keys.open(new Settings.Keys(KeySource.FILE, overrides.get("keys.location")), alias -> null);
    assertThat(find(examine(), "keys")).isInstanceOf(Warning.class);
    Files.writeString(folder.resolve("signing-development-keys.json"), "{}");
    assertThat(find(examine(), "keys").line())
        .startsWith("FAIL  keys")
        .contains("→ Restore the key");
  }

  @Test
  void aLakeBelowAFileIsAFaultOfStorage() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    overrides.put("lake", file.resolve("lake").toString());
    assertThat(find(examine(), "lake").failure()).contains(ExitCode.STORAGE);
    assertThat(find(examine(), "reports").failure()).contains(ExitCode.STORAGE);
  }

  @Test
  void aMissingLandingFolderIsAFaultOfStorage() {
    overrides.put("landing.folder", folder.resolve("nowhere").toString());
    assertThat(find(examine(), "landing").failure()).contains(ExitCode.STORAGE);
  }

  @Test
  void wrongSettingsAreAFaultAndTheMachineIsStillLookedAt() {
    overrides.put("no.such", "setting");
    List<Finding> findings = examine();
    assertThat(find(findings, "settings").failure()).contains(ExitCode.CONFIGURATION);
    assertThat(find(findings, "fonts")).isInstanceOf(Fine.class);
  }

  @Test
  void everyLockedSettingIsShownWithItsValue() {
    assertThat(examine())
        .extracting(Finding::line)
        .contains(
            "ok    locked     spark.io.encryption.enabled = true",
            "ok    locked     spark.sql.session.timeZone = UTC",
            "ok    locked     spark.databricks.delta.retentionDurationCheck.enabled = true",
            "ok    locked     spark.databricks.delta.stats.collect = true")
        .filteredOn(line -> line.startsWith("ok    locked"))
        .hasSameSizeAs(LockedSettings.all());
  }

  @Test
  void aClusterThatSetsALockedOneOtherwiseIsAFault() {
    List<Finding> findings =
        Locks.examine(
            Map.of("spark.eventLog.enabled", "true", "spark.executor.memory", "8g"), "the cluster");
    assertThat(findings)
        .filteredOn(finding -> finding.failure().isPresent())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.failure()).contains(ExitCode.CONFIGURATION);
              assertThat(fault.line())
                  .startsWith("FAIL  locked     the cluster at spark.eventLog.enabled: ")
                  .contains("→ Take it out there, or say false");
            });
    assertThat(findings).doesNotContain(new Fine("locked", "spark.eventLog.enabled = false"));
  }

  @Test
  void aBrokenCatalogueIsAFault() {
    overrides.put("notice", "no-such-notice");
    assertThat(find(examine(), "catalogue").failure()).contains(ExitCode.CONFIGURATION);
  }

  @Test
  void aRemoteLakeIsNotLookedAt() {
    overrides.put("lake", "s3a://bucket/lake");
    assertThat(find(examine(), "lake").line()).contains("remote");
  }

  @Test
  void anOldJavaIsAFault() {
    assertThat(Machine.java(Runtime.Version.parse("11.0.2")).failure())
        .contains(ExitCode.CONFIGURATION);
    assertThat(Machine.java(Runtime.Version.parse("25")).failure()).isEmpty();
  }

  @Test
  void littleMemoryIsAWarning() {
    assertThat(Machine.memory(512)).isInstanceOf(Warning.class);
    assertThat(Machine.memory(2048)).isInstanceOf(Fine.class);
  }

  @Test
  void aFontThatCannotBeDrawnIsAFault() {
    assertThat(Machine.fonts("/no/such/font.ttf").failure()).contains(ExitCode.CONFIGURATION);
  }

  private List<Finding> examine() {
    return Doctor.examine(ProjectFolder.conf().resolve("recordlake.yaml"), overrides);
  }

  private static Finding find(List<Finding> findings, String subject) {
    return findings.stream()
        .filter(finding -> finding.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }
}
