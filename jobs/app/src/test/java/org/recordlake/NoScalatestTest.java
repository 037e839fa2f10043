package org.recordlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoScalatestTest {
  @Test
  void noClassPathOfTheModuleHoldsScalatest() {
    assertThat(Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator)))
        .isNotEmpty()
        .noneMatch(entry -> new File(entry).getName().contains("scalatest"));
    assertThat(WallsTest.class.getClassLoader().getResource("org/scalatest/Suite.class")).isNull();
  }
}
