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
