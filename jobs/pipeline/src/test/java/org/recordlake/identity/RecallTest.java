package org.recordlake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Matching held against the truth of a generated lake in which a fifth of the names and addresses
 * of another source are perturbed.
 */
class RecallTest {
  @TempDir static Path folder;
  private static Score score;

  @BeforeAll
  static void match() throws IOException {
    LabelledLake lake = new LabelledLake(folder, 1_200, 7);
    lake.match();
    score = lake.score();
  }

  @Test
  void hardlyAnyLinkIsWrong() {
    assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void hardlyAnyCustomerIsMissed() {
    assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void thereIsEnoughToScore() {
    assertThat(score.pairs()).isGreaterThan(400);
    assertThat(score.namesKept()).isBetween(0.75, 0.85);
  }
}
