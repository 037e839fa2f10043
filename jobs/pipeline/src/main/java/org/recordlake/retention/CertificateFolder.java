package org.recordlake.retention;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.recordlake.certificate.Certificate;
import org.recordlake.certificate.SignedCertificate;
import org.recordlake.lake.Lake;
import org.recordlake.lake.Purge;
import org.recordlake.problem.Failure;
import org.recordlake.protect.PublicKeys;

/**
 * The folder {@code certificates} of a lake: certificates by number, their pages and lists, and the
 * public keys. Nothing in it is ever written over with something else but the keys, which only get
 * more.
 */
public final class CertificateFolder {
  /** Name of the file with the public keys. */
  public static final String PUBLIC_KEYS = "recordlake-signing.pub";

  private static final String NAME = "certificates";
  private static final String CERTIFICATE = "C-\\d{6,}\\.json";

  private final FileSystem storage;
  private final Path folder;

  public CertificateFolder(Lake lake) {
    this.storage = Purge.bare(lake.fileSystem());
    this.folder = new Path(lake.root(), NAME);
  }

  /** Where it is. */
  public String uri() {
    return folder.toString();
  }

  /** All certificates, by the names of their files. */
  public Map<String, byte[]> certificates() {
    Map<String, byte[]> files = new TreeMap<>();
    names(folder, ".json").forEach((name, path) -> files.put(name, read(path)));
    return files;
  }

  /**
   * The one of that number.
   *
   * @throws Failure (data checks) if its file holds something else
   */
  public Optional<SignedCertificate> certificate(long number) {
    String name = Certificate.id(number) + ".json";
    return find(name).map(file -> SignedCertificate.read(file, folder + "/" + name));
  }

  /** The one with the highest number. */
  Optional<SignedCertificate> last() {
    return names(folder, ".json").keySet().stream()
        .filter(name -> name.matches(CERTIFICATE))
        .map(name -> Long.parseLong(name.replaceAll("\\D", "")))
        .max(Long::compare)
        .flatMap(this::certificate);
  }

  /** The keys that tell the signatures. */
  public Optional<PublicKeys> publicKeys() {
    return find(PUBLIC_KEYS)
        .map(file -> PublicKeys.parse(new String(file, StandardCharsets.UTF_8)));
  }

  void add(PublicKeys keys) {
    PublicKeys all = publicKeys().map(known -> known.and(keys)).orElse(keys);
    if (publicKeys().filter(known -> known.ids().equals(all.ids())).isEmpty()) {
      write(PUBLIC_KEYS, all.pem().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What lies under that name. */
  public Optional<byte[]> find(String name) {
    Path path = new Path(folder, name);
    try {
      return storage.exists(path) ? Optional.of(read(path)) : Optional.empty();
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /** Files of a folder below by name; none if there is no such folder. */
  Map<String, byte[]> below(String name) {
    Map<String, byte[]> files = new TreeMap<>();
    names(new Path(folder, name), "").forEach((file, path) -> files.put(file, read(path)));
    return files;
  }

  /** Writes a file whole: whoever looks meanwhile sees the old one, or none. */
  void write(String name, byte[] bytes) {
    Path path = new Path(folder, name);
    Path draft = new Path(path.getParent(), "." + path.getName() + ".draft");
    try {
      storage.mkdirs(path.getParent());
      try (OutputStream out = storage.create(draft, true)) {
        out.write(bytes);
      }
      storage.delete(path, false);
      if (!storage.rename(draft, path)) {
        throw new IOException("the draft could not be renamed");
      }
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /** Takes a file or a folder below away. */
  void remove(String name) {
    try {
      storage.delete(new Path(folder, name), true);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private Map<String, Path> names(Path parent, String ending) {
    Map<String, Path> names = new TreeMap<>();
    try {
      for (FileStatus file : storage.listStatus(parent)) {
        String name = file.getPath().getName();
        if (file.isFile() && name.endsWith(ending) && !name.startsWith(".")) {
          names.put(name, file.getPath());
        }
      }
    } catch (FileNotFoundException noneYet) {
      return names;
    } catch (IOException e) {
      throw unreachable(e);
    }
    return names;
  }

  private byte[] read(Path path) {
    try (InputStream in = storage.open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private Failure unreachable(IOException cause) {
    return Failure.storage(
        "the folder of certificates cannot be read or written",
        folder.toString(),
        "Check the address and the permissions",
        cause);
  }
}
