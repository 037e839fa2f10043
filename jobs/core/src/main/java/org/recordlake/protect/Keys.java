package org.recordlake.protect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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
    String json =
        switch (settings.source()) {
          case FILE -> fromFile(Path.of(settings.location()));
          case ENVIRONMENT -> fromEnvironment(settings.location());
          case CREDENTIAL -> fromCredential(settings.location(), credentials);
        };
    return protector(json, settings);
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

  private static String fromFile(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw Failure.configuration(
          "the key file cannot be read or made",
          file.toString(),
          "Check the folder and its permissions");
    }
  }

  private static void make(Path file) throws IOException {
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
    Files.writeString(fresh, Keyring.generate().toJson(), StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(fresh, file);
  }

  private static String fromEnvironment(String variable) {
    String value = System.getenv(variable);
    if (value == null || value.isBlank()) {
      throw Failure.configuration(
          "the environment variable is not set",
          "keys.location " + variable,
          "Set it to the keyring's JSON");
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
        "Store the keyring's JSON under it");
  }

  private static String place(Settings.Keys settings) {
    return "keys."
        + settings.source().name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + settings.location();
  }
}
