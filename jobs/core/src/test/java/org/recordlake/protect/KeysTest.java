package org.recordlake.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.config.Settings;
import org.recordlake.config.Settings.KeySource;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;

class KeysTest {
  private static final Keys.Credentials NO_STORE =
      alias -> {
        throw new AssertionError("asked for " + alias);
      };

  @TempDir Path folder;

  @Test
  void aKeyFileThatIsMissingIsMadeOnceAndReadByNobodyElse() throws IOException {
    Settings.Keys settings =
        new Settings.Keys(KeySource.FILE, folder.resolve("keys/development.json").toString());
    assertThat(Keys.missing(settings)).isTrue();
    Protector first = Keys.open(settings, NO_STORE);
    assertThat(Keys.missing(settings)).isFalse();
    assertThat(Keys.open(settings, NO_STORE).token("1")).isEqualTo(first.token("1"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(Path.of(settings.location()))))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsNoKeyringIsRefusedWithoutSayingWhatItHolds() throws IOException {
    Path file = Files.writeString(folder.resolve("keys.json"), "{\"secret\": \"x\"}");
    refused(new Settings.Keys(KeySource.FILE, file.toString()), NO_STORE)
        .hasMessageNotContaining("secret");
  }

  @Test
  void keysOfACredentialStoreAreAskedForByTheirName() {
    String json = Keyring.generate().toJson();
    Settings.Keys settings = new Settings.Keys(KeySource.CREDENTIAL, "recordlake.keys");
    Keys.Credentials store = alias -> alias.equals("recordlake.keys") ? json.toCharArray() : null;
    assertThat(Keys.open(settings, store).token("1")).isEqualTo(new Protector(json).token("1"));
    assertThat(Keys.missing(settings)).isFalse();
  }

  @Test
  void aStoreWithoutTheNameOrOutOfReachIsRefused() {
    Settings.Keys settings = new Settings.Keys(KeySource.CREDENTIAL, "recordlake.keys");
    refused(settings, alias -> null).hasMessageContaining("recordlake.keys");
    refused(
        settings,
        alias -> {
          throw new IOException("away");
        });
  }

  @Test
  void anEnvironmentVariableThatIsNotSetIsRefused() {
    refused(new Settings.Keys(KeySource.ENVIRONMENT, "RECORDLAKE_NO_SUCH_VARIABLE"), NO_STORE)
        .hasMessageContaining("RECORDLAKE_NO_SUCH_VARIABLE");
  }

  @Test
  void aVariableThatHoldsNoKeyringIsRefusedByItsNameAlone() {
    refused(new Settings.Keys(KeySource.ENVIRONMENT, "PATH"), NO_STORE)
        .hasMessageContaining("the keys cannot be read")
        .hasMessageContaining("keys.environment PATH")
        .hasMessageNotContaining(System.getenv("PATH"));
  }

  @Test
  void whatAKilledRunLeftOfAKeyFileIsMadeAnew() throws IOException {
    Path file = folder.resolve("development.json");
    Files.writeString(folder.resolve("development.json.new"), "half a key".repeat(500));
    Settings.Keys settings = new Settings.Keys(KeySource.FILE, file.toString());
    Protector keys = Keys.open(settings, NO_STORE);
    assertThat(Keys.open(settings, NO_STORE).token("1")).isEqualTo(keys.token("1"));
    assertThat(folder).isDirectoryContaining("glob:**development.json");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aPlaceThatCannotBeAKeyFileIsRefused() throws IOException {
    Path occupied = Files.writeString(folder.resolve("occupied"), "");
    for (Path location : new Path[] {folder, occupied.resolve("keys.json")}) {
      refused(new Settings.Keys(KeySource.FILE, location.toString()), NO_STORE)
          .hasMessageContaining("the key file cannot be read or made")
          .hasMessageContaining(location.toString());
    }
  }

  @Test
  void theKeyThatSignsLiesBesideTheOthersAndIsMadeLikeThem() throws IOException {
    Settings.Keys settings =
        new Settings.Keys(KeySource.FILE, folder.resolve("keys.json").toString());
    assertThat(Keys.missing(Keys.signing(settings))).isTrue();
    Signer made = Keys.signer(settings, NO_STORE);
    Path file = folder.resolve("signing-keys.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Keys.missing(settings)).isTrue();
    Signer again = Keys.signer(settings, NO_STORE);
    byte[] message = {1, 2, 3};
    assertThat(made.publicKeys().verify(again.keyId(), message, again.sign(message))).isTrue();
    assertThat(Keys.signing(new Settings.Keys(KeySource.ENVIRONMENT, "LAKE_KEYS")).location())
        .isEqualTo("LAKE_KEYS_SIGNING");
    assertThat(Keys.signing(new Settings.Keys(KeySource.CREDENTIAL, "lake.keys")).location())
        .isEqualTo("lake.keys.signing");
  }

  @Test
  void aKeyringIsNoKeyToSignWith() throws IOException {
    Files.writeString(folder.resolve("signing-keys.json"), Keyring.generate().toJson());
    Settings.Keys settings =
        new Settings.Keys(KeySource.FILE, folder.resolve("keys.json").toString());
    assertThatThrownBy(() -> Keys.signer(settings, NO_STORE))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
        .hasMessageContaining("signing-keys.json");
  }

  @Test
  void temporaryKeysAreOthersEachTime() {
    assertThat(Keys.temporary().token("1")).isNotEqualTo(Keys.temporary().token("1"));
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
      Settings.Keys settings, Keys.Credentials credentials) {
    return assertThatThrownBy(() -> Keys.open(settings, credentials))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION));
  }
}
