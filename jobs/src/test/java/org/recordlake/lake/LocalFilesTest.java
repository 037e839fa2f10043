package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.SharedSpark;

class LocalFilesTest {
  @TempDir java.nio.file.Path folder;

  private final Configuration configuration =
      SharedSpark.session().sparkContext().hadoopConfiguration();

  @Test
  void permissionsAreThoseThatWereAskedFor() throws IOException {
    java.nio.file.Path file = Files.createFile(folder.resolve("file"));
    FileSystem files = new Path(folder.toString()).getFileSystem(configuration);
    assertThat(files).isInstanceOf(LocalFiles.class);
    for (String mode : new String[] {"rw-r-----", "rwxr-xr-x", "r--------"}) {
      files.setPermission(new Path(file.toString()), FsPermission.valueOf("-" + mode));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(mode);
    }
  }

  @Test
  void aFileIsRenamedOnlyWhereNoneOfThatNameIs() throws IOException {
    FileContext files = FileContext.getFileContext(configuration);
    Path one = path("one");
    Path other = path("other");
    Files.writeString(folder.resolve("one"), "1");
    files.rename(one, other);
    assertThat(folder.resolve("one")).doesNotExist();
    Files.writeString(folder.resolve("one"), "2");
    assertThatThrownBy(() -> files.rename(one, other))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("other")).hasContent("1");
  }

  @Test
  void aLinkIsNoFileOfItsOwn() throws IOException {
    Files.writeString(folder.resolve("file"), "content");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
    FileContext files = FileContext.getFileContext(configuration);
    assertThat(files.getFileLinkStatus(path("link")).getLen()).isEqualTo(7);
    assertThat(files.util().exists(path("nothing"))).isFalse();
  }

  private Path path(String name) {
    return new Path(folder.resolve(name).toUri());
  }
}
