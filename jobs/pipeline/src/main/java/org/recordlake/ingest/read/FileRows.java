package org.recordlake.ingest.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.TableShape;
import org.recordlake.format.Unpacking;
import org.recordlake.format.UnreadableFile;
import org.recordlake.ingest.land.FileAccess;
import org.recordlake.ingest.recognise.TableFiles;
import org.recordlake.job.JobContext;

/**
 * The rows of a file, or of a range of its lines, one after the other. Where the file breaks off, a
 * last row says so; the file is closed after the last.
 */
public final class FileRows implements Iterator<LocatedRow> {
  private final ReadTask task;
  private final TableShape shape;
  private final SourceFile content;
  private Iterator<RawRow> rows;
  private long count;
  private long line;

  private FileRows(ReadTask task, TableShape shape, FileAccess access) {
    this.task = task;
    this.shape = shape;
    this.content = task.file().open(task.reading(), task.range(), access);
    this.rows = reading(() -> task.reader().rows(content, shape), this::brokenOff);
  }

  /** The rows of {@code files}, read by the executors in one streaming pass. */
  public static JavaRDD<LocatedRow> of(JobContext context, TableFiles files) {
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(context.lake().spark().sparkContext());
    TableShape shape = TableShape.of(files.table());
    Broadcast<FileAccess> access = spark.broadcast(FileAccess.of(context));
    List<ReadTask> tasks = ReadTask.of(files.files());
    return spark
        .parallelize(tasks, Math.min(tasks.size(), spark.defaultParallelism() * 4))
        .flatMap(task -> new FileRows(task, shape, access.value()));
  }

  @Override
  public boolean hasNext() {
    boolean more = reading(rows::hasNext, this::breaksOff);
    if (!more) {
      reading(this::closed, reason -> true);
    }
    return more;
  }

  @Override
  public LocatedRow next() {
    RawRow row = reading(rows::next, reason -> brokenOff(reason).next());
    line = Math.max(line, row.line());
    count++;
    return new LocatedRow(task, task.range().inFile(row.line()), task.range().inFile(count), row);
  }

  private boolean breaksOff(String reason) {
    rows = brokenOff(reason);
    return true;
  }

  private Iterator<RawRow> brokenOff(String reason) {
    rows = List.<RawRow>of().iterator();
    return List.of(shape.unreadable(line + 1, reason)).iterator();
  }

  private boolean closed() throws IOException {
    content.close();
    return true;
  }

  private static <T> T reading(Callable<T> read, Function<String, T> otherwise) {
    try {
      return read.call();
    } catch (Exception e) {
      Optional<UnreadableFile> damage = Unpacking.damage(e);
      if (damage.isPresent()) {
        return otherwise.apply(damage.get().reason());
      } else if (e instanceof RuntimeException failure) {
        throw failure;
      }
      throw e instanceof IOException failed
          ? new UncheckedIOException(failed)
          : new IllegalStateException(e);
    }
  }
}
