package org.recordlake.protect;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * A file sealed as a whole: a key of its own (AES-256-GCM in segments, so that it can be read from
 * any place), itself sealed by the installation's key and standing before the bytes. Both are bound
 * to the file's identity: bytes of one file do not pass for another's.
 *
 * <p>Layout: {@value #MARK_TEXT}, the length of the sealed key (4 bytes), the sealed key, the
 * ciphertext as Tink's AES-GCM-HKDF streaming format has it.
 */
final class SealedFile {
  private static final String MARK_TEXT = "RLSEAL1\n";
  private static final byte[] MARK = MARK_TEXT.getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_KEY = 4096;
  private static final AesGcmHkdfStreamingParameters PARAMETERS = parameters();

  private SealedFile() {}

  /** Seals what is written; closing it closes {@code out}. */
  static OutputStream writing(OutputStream out, Aead installation, byte[] identity)
      throws GeneralSecurityException, IOException {
    KeysetHandle key = KeysetHandle.generateNew(PARAMETERS);
    byte[] sealedKey = TinkProtoKeysetFormat.serializeEncryptedKeyset(key, installation, identity);
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(head);
    data.write(MARK);
    data.writeInt(sealedKey.length);
    data.write(sealedKey);
    out.write(head.toByteArray());
    return streaming(key).newEncryptingStream(out, identity);
  }

  /**
   * The bytes in clear; closing it closes {@code in}.
   *
   * @param length bytes of the sealed file
   * @throws GeneralSecurityException if it was sealed by another key or for another identity
   */
  static SeekableByteChannel reading(
      FSDataInputStream in, long length, Aead installation, byte[] identity)
      throws GeneralSecurityException, IOException {
    byte[] sealedKey = sealedKey(in);
    KeysetHandle key =
        TinkProtoKeysetFormat.parseEncryptedKeyset(sealedKey, installation, identity);
    long from = (long) MARK.length + Integer.BYTES + sealedKey.length;
    SeekableByteChannel channel =
        streaming(key).newSeekableDecryptingChannel(new Tail(in, from, length), identity);
    // Before its first read the channel cannot tell its size.
    channel.read(ByteBuffer.allocate(1));
    return channel.position(0);
  }

  private static byte[] sealedKey(FSDataInputStream in)
      throws GeneralSecurityException, IOException {
    try {
      byte[] mark = new byte[MARK.length];
      in.readFully(mark);
      int length = in.readInt();
      if (Arrays.equals(mark, MARK) && length > 0 && length <= LONGEST_KEY) {
        byte[] sealedKey = new byte[length];
        in.readFully(sealedKey);
        return sealedKey;
      }
      throw new GeneralSecurityException("no sealed file");
    } catch (EOFException e) {
      throw new GeneralSecurityException("no whole sealed file", e);
    }
  }

  private static StreamingAead streaming(KeysetHandle key) throws GeneralSecurityException {
    return key.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
  }

  private static AesGcmHkdfStreamingParameters parameters() {
    try {
      StreamingAeadConfig.register();
      return AesGcmHkdfStreamingParameters.builder()
          .setKeySizeBytes(32)
          .setDerivedAesGcmKeySizeBytes(32)
          .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
          .setCiphertextSegmentSizeBytes(1 << 16)
          .build();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A stored file from some byte on, read only. */
  private static final class Tail implements SeekableByteChannel {
    private final FSDataInputStream in;
    private final long from;
    private final long length;
    private boolean open = true;

    Tail(FSDataInputStream in, long from, long length) {
      this.in = in;
      this.from = from;
      this.length = length;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
      byte[] bytes = new byte[Math.min(to.remaining(), 1 << 16)];
      int read = in.read(bytes);
      if (read > 0) {
        to.put(bytes, 0, read);
      }
      return read;
    }

    @Override
    public long position() throws IOException {
      return in.getPos() - from;
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      in.seek(from + position);
      return this;
    }

    @Override
    public long size() {
      return length - from;
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
      throw new UnsupportedOperationException("read only");
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new UnsupportedOperationException("read only");
    }
  }
}
