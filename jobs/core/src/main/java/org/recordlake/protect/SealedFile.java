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
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

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

  /** Bytes of the mark that every sealed file begins with. */
  static final int MARK_LENGTH = MARK_TEXT.length();

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
   * @throws GeneralSecurityException if it was sealed by another key or for another identity
   */
  static SeekableByteChannel reading(SeekableByteChannel in, Aead installation, byte[] identity)
      throws GeneralSecurityException, IOException {
    byte[] sealedKey = sealedKey(in);
    KeysetHandle key =
        TinkProtoKeysetFormat.parseEncryptedKeyset(sealedKey, installation, identity);
    long from = (long) MARK.length + Integer.BYTES + sealedKey.length;
    SeekableByteChannel channel =
        streaming(key).newSeekableDecryptingChannel(new Tail(in, from), identity);
    // Before its first read the channel cannot tell its size.
    channel.read(ByteBuffer.allocate(1));
    return channel.position(0);
  }

  static boolean isMark(byte[] head) {
    return Arrays.equals(head, MARK);
  }

  private static byte[] sealedKey(SeekableByteChannel in)
      throws GeneralSecurityException, IOException {
    byte[] mark = bytes(in, MARK.length);
    int length = ByteBuffer.wrap(bytes(in, Integer.BYTES)).getInt();
    if (Arrays.equals(mark, MARK) && length > 0 && length <= LONGEST_KEY) {
      return bytes(in, length);
    }
    throw new GeneralSecurityException("no sealed file");
  }

  private static byte[] bytes(SeekableByteChannel in, int length)
      throws GeneralSecurityException, IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (in.read(bytes) < 0) {
        throw new GeneralSecurityException("no whole sealed file");
      }
    }
    return bytes.array();
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

  /** A channel from some byte on, read only. */
  private record Tail(SeekableByteChannel in, long from) implements SeekableByteChannel {
    @Override
    public int read(ByteBuffer to) throws IOException {
      return in.read(to);
    }

    @Override
    public long position() throws IOException {
      return in.position() - from;
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      in.position(from + position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return in.size() - from;
    }

    @Override
    public boolean isOpen() {
      return in.isOpen();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }

    @Override
    public int write(ByteBuffer from) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }
  }
}
