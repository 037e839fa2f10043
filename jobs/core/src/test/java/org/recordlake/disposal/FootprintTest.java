package org.recordlake.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FootprintTest {
  private static final Map<String, Long> SIZES = Map.of("a", 1000L, "b", 234L, "c", 7L);

  @Test
  void countsTheFilesThatHoldTheRowsOnceAndWhole() {
    assertThat(Footprint.of(List.of("a", "b", "a"), SIZES)).isEqualTo(new Footprint(2, 1234));
    assertThat(Footprint.of(List.of(), SIZES)).isEqualTo(new Footprint(0, 0));
  }

  @Test
  void saysSoInWords() {
    assertThat(new Footprint(2, 1234).text()).isEqualTo("2 data files of 1,234 bytes");
    assertThat(new Footprint(1, 7).text()).isEqualTo("1 data file of 7 bytes");
  }
}
