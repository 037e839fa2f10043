package org.recordlake.ingest.land;

import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.recordlake.job.JobContext;
import org.recordlake.lake.SerializableConfiguration;
import org.recordlake.lake.StoredChannel;
import org.recordlake.problem.Failure;
import org.recordlake.protect.Protector;

/** What it takes to read a file of a landing folder, or the lake's sealed copy of it. */
public record FileAccess(SerializableConfiguration storage, Protector protector)
    implements Serializable {

  public static FileAccess of(JobContext context) {
    return new FileAccess(
        SerializableConfiguration.of(context.lake().spark()), context.protector());
  }

  Configuration hadoop() {
    return storage.value();
  }

  /** A file's bytes as they lie. */
  SeekableByteChannel stored(LandedFile file) throws IOException {
    Path path = new Path(file.path());
    return StoredChannel.open(path.getFileSystem(hadoop()), path);
  }

  /**
   * A sealed copy's bytes in clear.
   *
   * @throws Failure (configuration) if the keys are not those it was sealed with
   */
  SeekableByteChannel unsealed(LandedFile file) throws IOException {
    SeekableByteChannel in = stored(file);
    try {
      return protector.unsealed(in, file.sha256());
    } catch (IllegalArgumentException e) {
      in.close();
      throw Failure.configuration(
          "the lake's copy of a dropped file was sealed with other keys, or was damaged",
          "landing/" + file.source() + ", file " + file.sha256().substring(0, 12),
          "Restore the keys from their backup; or remove the copy and drop the file again");
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }
}
