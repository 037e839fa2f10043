package org.recordlake.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A stored file as a channel that can be read from any place. */
public final class StoredChannel implements SeekableByteChannel {
  private static final int AT_ONCE = 1 << 16;

  private final FSDataInputStream in;
  private final long size;
  private boolean open = true;

  private StoredChannel(FSDataInputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  public static StoredChannel open(FileSystem storage, Path file) throws IOException {
    return new StoredChannel(storage.open(file), storage.getFileStatus(file).getLen());
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    byte[] bytes = new byte[Math.min(to.remaining(), AT_ONCE)];
    int read = in.read(bytes);
    if (read > 0) {
      to.put(bytes, 0, read);
    }
    return read;
  }

  @Override
  public long position() throws IOException {
    return in.getPos();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    in.seek(position);
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    in.close();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }
}
