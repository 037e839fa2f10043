package org.recordlake.lake.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.SharedSpark;

class LocalStorageTest {
  @TempDir java.nio.file.Path folder;

  private FileSystem storage;

  @BeforeEach
  void open() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    storage =
        new Path(folder.toUri())
            .getFileSystem(SharedSpark.session().sparkContext().hadoopConfiguration());
  }

  @Test
  void localPathsLieInIt() {
    assertThat(storage).isInstanceOf(LocalStorage.class);
  }

  @Test
  void aFileGetsThePermissionsItIsMadeWithAndTellsThem() throws IOException {
    Path file = new Path(folder.toString(), "secret.txt");
    FileSystem.create(storage, file, new FsPermission("640")).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at("secret.txt"))))
        .isEqualTo("rw-r-----");
    assertThat(storage.getFileStatus(file).getPermission()).isEqualTo(new FsPermission("640"));
    assertThat(Files.getPosixFilePermissions(at(".secret.txt.crc"))).isNotEmpty();
  }

  @Test
  void whatIsMadeInAClosedFolderIsClosedToo() throws IOException {
    Files.createDirectory(at("closed"), owner("rwx------"));
    Files.createDirectory(at("ajar"), owner("rwxr-x---"));
    for (String folder : java.util.List.of("closed", "ajar")) {
      storage.create(new Path(at(folder + "/below/deep/file").toString())).close();
      FileSystem.create(
              storage, new Path(at(folder + "/below/other").toString()), new FsPermission("664"))
          .close();
    }
    assertThat(modes("closed")).containsOnly("rwx------", "rw-------").hasSize(7);
    assertThat(modes("ajar")).contains("rw-r--r--");
  }

  private java.util.List<String> modes(String folder) throws IOException {
    try (java.util.stream.Stream<java.nio.file.Path> paths = Files.walk(at(folder))) {
      java.util.List<String> modes = new java.util.ArrayList<>();
      for (java.nio.file.Path path : paths.toList()) {
        modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
      return modes;
    }
  }

  private static java.nio.file.attribute.FileAttribute<?> owner(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }

  @Test
  void aListingTellsLengthTimeAndKind() throws IOException {
    Files.writeString(at("seven.txt"), "7 bytes");
    Files.createDirectory(at("within"));

    FileStatus[] found = storage.listStatus(new Path(folder.toString()));

    assertThat(found)
        .extracting(status -> status.getPath().getName(), FileStatus::isDirectory)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("seven.txt", false),
            org.assertj.core.groups.Tuple.tuple("within", true));
    FileStatus file = storage.getFileStatus(new Path(folder.toString(), "seven.txt"));
    assertThat(file.getLen()).isEqualTo(7);
    assertThat(file.getModificationTime())
        .isEqualTo(Files.getLastModifiedTime(at("seven.txt")).toMillis());
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeMissing() {
    assertThatThrownBy(() -> storage.getFileStatus(new Path(folder.toString(), "gone")))
        .isInstanceOf(FileNotFoundException.class);
  }

  private java.nio.file.Path at(String name) {
    return folder.resolve(name);
  }
}
