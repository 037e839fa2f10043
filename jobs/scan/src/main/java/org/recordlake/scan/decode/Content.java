package org.recordlake.scan.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Bytes that can be read more than once: a file, or what was unpacked from one. */
public interface Content {
  /** Its name where it has one; empty otherwise. */
  String name();

  InputStream stream() throws IOException;

  /**
   * @throws Refusal if it would have to be held in memory and is too big
   */
  SeekableByteChannel channel() throws IOException;

  /** Opens what is behind a content. */
  interface Opener<T> {
    T open() throws IOException;
  }

  /** Something that can be read from any place. */
  static Content seekable(String name, Opener<SeekableByteChannel> opener) {
    return new Content() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream stream() throws IOException {
        return Channels.newInputStream(opener.open());
      }

      @Override
      public SeekableByteChannel channel() throws IOException {
        return opener.open();
      }
    };
  }

  /**
   * Something that is unpacked each time it is read.
   *
   * @param most bytes that may be held in memory
   */
  static Content unpacked(String name, int most, Opener<InputStream> opener) {
    return new Content() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream stream() throws IOException {
        return opener.open();
      }

      @Override
      public SeekableByteChannel channel() throws IOException {
        try (InputStream in = stream()) {
          byte[] bytes = in.readNBytes(most);
          if (bytes.length == most && in.read() >= 0) {
            throw new Refusal("too big to be unpacked in memory");
          }
          return new SeekableInMemoryByteChannel(bytes);
        }
      }
    };
  }

  static Content bytes(String name, byte[] bytes) {
    return new Content() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream stream() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public SeekableByteChannel channel() {
        return new SeekableInMemoryByteChannel(bytes);
      }
    };
  }
}
