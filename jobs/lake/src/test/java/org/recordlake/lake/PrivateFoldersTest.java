package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.testing.ProjectFolder;

class PrivateFoldersTest {
  @TempDir Path folder;

  @Test
  void restrictedFoldersAreMadeClosedAndOpenOnesAreClosed() throws IOException {
    Path records = Files.createDirectories(folder.resolve("lake/records"));
    Files.setPosixFilePermissions(records, PosixFilePermissions.fromString("rwxrwxr-x"));
    Path marts = Files.createDirectories(folder.resolve("lake/marts"));
    Files.setPosixFilePermissions(marts, PosixFilePermissions.fromString("rwxr-xr-x"));
    Settings settings = settings(Map.of());
    assertThat(PrivateFolders.open(settings)).containsExactly(records);

    assertThat(PrivateFolders.close(settings)).isEmpty();
    assertThat(PrivateFolders.open(settings)).isEmpty();
    for (String closed :
        new String[] {
          "records", "governance", "media", "landing", "disposals", "reports/restricted"
        }) {
      assertThat(mode("lake/" + closed)).as(closed).isEqualTo("rwx------");
    }
    assertThat(mode("lake/marts")).isEqualTo("rwxr-xr-x");
  }

  @Test
  void aLandingFolderOthersDropTheirFilesInStaysAsItIs() throws IOException {
    Path landing = Files.createDirectories(folder.resolve("lake/landing"));
    Files.setPosixFilePermissions(landing, PosixFilePermissions.fromString("rwxrwx---"));
    PrivateFolders.close(settings(Map.of("landing.folder", landing.toString())));
    assertThat(mode("lake/landing")).isEqualTo("rwxrwx---");
  }

  @Test
  void anObjectStoreHasRulesOfItsOwn() {
    Settings settings =
        settings(Map.of("lake", "s3a://bucket/lake", "reports", "s3a://bucket/reports"));
    assertThat(PrivateFolders.close(settings)).isEmpty();
    assertThat(PrivateFolders.open(settings)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  private Settings settings(Map<String, String> more) {
    Map<String, String> values = new TreeMap<>(Map.of("lake", folder.resolve("lake").toString()));
    values.putAll(more);
    return SettingsLoader.load(ProjectFolder.conf().resolve("recordlake.yaml"), values);
  }

  private String mode(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
  }
}
