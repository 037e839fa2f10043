package org.recordlake.ingest.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenRowsTest {
  @Test
  void aRowIsNewOnceAndAnotherContentOfItsKeyIsAnotherRow() {
    SeenRows seen = new SeenRows();
    assertThat(seen.add(1, 2)).isTrue();
    assertThat(seen.add(1, 2)).isFalse();
    assertThat(seen.add(1, 3)).isTrue();
    assertThat(seen.add(2, 1)).isTrue();
    seen.clear();
    assertThat(seen.add(1, 2)).isTrue();
  }

  @Test
  void itAgreesWithASetHoweverManyRowsCome() {
    SeenRows seen = new SeenRows();
    Set<Long> known = new HashSet<>();
    Random random = new Random(3);
    for (int i = 0; i < 200_000; i++) {
      long key = 1 + random.nextInt(60_000);
      assertThat(seen.add(key, -key)).isEqualTo(known.add(key));
    }
  }

  @Test
  void beyondItsBoundItForgetsRatherThanGrows() {
    SeenRows seen = new SeenRows();
    for (long key = 1; key <= 1 << 20; key++) {
      assertThat(seen.add(key, key)).isTrue();
    }
    assertThat(seen.add(1 << 21, 1)).isTrue();
    assertThat(seen.add(1 << 21, 1)).isTrue();
    assertThat(seen.add(5, 5)).isFalse();
  }
}
