package org.recordlake.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProtectorTest {
  private static final Protector KEYS = Keys.temporary();
  private static final Protector OTHERS = Keys.temporary();

  @Test
  void equalNumbersHaveEqualTokensUnderOneKeyAndOthersUnderAnother() {
    assertThat(KEYS.token("4111111111111111")).matches("[0-9a-f]{32}");
    assertThat(KEYS.token("4111111111111111")).isEqualTo(KEYS.token("4111111111111111"));
    assertThat(KEYS.token("4111111111111112")).isNotEqualTo(KEYS.token("4111111111111111"));
    assertThat(OTHERS.token("4111111111111111")).isNotEqualTo(KEYS.token("4111111111111111"));
  }

  @Test
  void pseudonymsAndMediaNamesCannotBeHeldAgainstTokens() {
    assertThat(KEYS.pseudonym("C-1")).matches("k[0-9a-f]{20}").isEqualTo(KEYS.pseudonym("C-1"));
    assertThat(KEYS.mediaName("C-1")).matches("[0-9a-f]{32}").isEqualTo(KEYS.mediaName("C-1"));
    assertThat(KEYS.token("C-1")).isNotEqualTo(KEYS.mediaName("C-1"));
    assertThat(KEYS.token("C-1")).doesNotStartWith(KEYS.pseudonym("C-1").substring(1));
  }

  @Test
  void sealedTextComesBackUnderItsOwnKeyAloneAndIsNeverSealedAlike() {
    String sealed = KEYS.seal("account 12345678");
    assertThat(sealed).doesNotContain("12345678").isNotEqualTo(KEYS.seal("account 12345678"));
    assertThat(KEYS.unseal(sealed)).isEqualTo("account 12345678");
    assertThatThrownBy(() -> OTHERS.unseal(sealed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("12345678");
  }

  @Test
  void whatIsNotThereStaysAway() {
    assertThat(KEYS.token(null)).isNull();
    assertThat(KEYS.pseudonym(null)).isNull();
    assertThat(KEYS.mediaName(null)).isNull();
    assertThat(KEYS.seal(null)).isNull();
    assertThat(KEYS.unseal(null)).isNull();
  }
}
