package org.recordlake.protect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.recordlake.config.Settings;
import org.recordlake.problem.Failure;

/**
 * Finds the installation's keys, and makes development keys where a key file does not exist yet.
 */
public final class Keys {
  private Keys() {}

  /** A store of secrets by name, such as Hadoop's credential providers. */
  public interface Credentials {
    /** The secret of that name, or null if there is none. */
    char[] password(String alias) throws IOException;
  }

  /**
   * Opens the keys named in the settings.
   *
   * @param credentials where {@code keys.source: credential} finds them
   * @throws Failure (configuration) if there is no usable key
   */
  public static Protector open(Settings.Keys settings, Credentials credentials) {
    String json = secret(settings, credentials, () -> Keyring.generate().toJson());
    return protector(json, settings);
  }

  /**
   * Opens the key that signs certificates. It lies beside the others, see {@link #signing}, and is
   * made like them.
   *
   * @throws Failure (configuration) if there is no usable key
   */
  public static Signer signer(Settings.Keys settings, Credentials credentials) {
    Settings.Keys own = signing(settings);
    try {
      return Signer.parse(secret(own, credentials, () -> Signer.temporary().toJson()));
    } catch (IllegalArgumentException e) {
      throw Failure.configuration(
          "the key that signs certificates cannot be read",
          place(own),
          "Restore the key from its backup, or name a Tink keyset with an Ed25519 key");
    }
  }

  /**
   * Where the key lies that signs: in a file {@code signing-} and the name of the other's, a
   * variable of its name and {@code _SIGNING}, an alias of its name and {@code .signing}.
   */
  public static Settings.Keys signing(Settings.Keys settings) {
    String location = settings.location();
    String own =
        switch (settings.source()) {
          case FILE -> {
            Path file = Path.of(location);
            yield file.resolveSibling("signing-" + file.getFileName()).toString();
          }
          case ENVIRONMENT -> location + "_SIGNING";
          case CREDENTIAL -> location + ".signing";
        };
    return new Settings.Keys(settings.source(), own);
  }

  private static String secret(
      Settings.Keys settings, Credentials credentials, Supplier<String> fresh) {
    return switch (settings.source()) {
      case FILE -> fromFile(Path.of(settings.location()), fresh);
      case ENVIRONMENT -> fromEnvironment(settings.location());
      case CREDENTIAL -> fromCredential(settings.location(), credentials);
    };
  }

  /** Whether {@link #open} would have to make development keys. */
  public static boolean missing(Settings.Keys settings) {
    return settings.source() == Settings.KeySource.FILE
        && !Files.exists(Path.of(settings.location()));
  }

  /**
   * A protector with fresh keys that are kept nowhere, for tests and dry runs on an empty
   * installation.
   */
  public static Protector temporary() {
    return new Protector(Keyring.generate().toJson());
  }

  private static Protector protector(String json, Settings.Keys settings) {
    try {
      Keyring.parse(json);
      return new Protector(json);
    } catch (IllegalArgumentException e) {
      throw Failure.configuration(
          "the keys cannot be read",
          place(settings),
          "Restore the keys from their backup; records sealed with them need them");
    }
  }

  private static String fromFile(Path file, Supplier<String> secret) {
    try {
      if (!Files.exists(file)) {
        make(file, secret.get());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw Failure.configuration(
          "the key file cannot be read or made",
          file.toString(),
          "Check the folder and its permissions");
    }
  }

  private static void make(Path file, String secret) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(fresh);
    }
    Files.writeString(fresh, secret, StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(fresh, file);
  }

  private static String fromEnvironment(String variable) {
    String value = System.getenv(variable);
    if (value == null || value.isBlank()) {
      throw Failure.configuration(
          "the environment variable is not set",
          "keys.location " + variable,
          "Set it to the keys' JSON");
    }
    return value;
  }

  private static String fromCredential(String alias, Credentials credentials) {
    try {
      char[] password = credentials.password(alias);
      if (password != null) {
        return new String(password);
      }
    } catch (IOException e) {
      throw Failure.configuration(
          "the credential provider cannot be read",
          "keys.location " + alias,
          "Check hadoop.security.credential.provider.path");
    }
    throw Failure.configuration(
        "the credential provider has no such alias",
        "keys.location " + alias,
        "Store the keys' JSON under it");
  }

  private static String place(Settings.Keys settings) {
    return "keys."
        + settings.source().name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + settings.location();
  }
}
