package org.recordlake.insights.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;
import org.recordlake.testing.ProjectFolder;

/** The shipped rules with mistakes put in. */
class NeedRulesTest {
  @TempDir Path conf;

  @BeforeEach
  void shipped() throws IOException {
    FileUtils.copyDirectory(
        ProjectFolder.conf().resolve("needs").toFile(), conf.resolve("needs").toFile());
  }

  @Test
  void theShippedRulesAreSound() {
    NeedRules rules = NeedRules.load(conf);
    assertThat(rules.kinds())
        .extracting(KindRule::kind)
        .containsExactlyInAnyOrderElementsOf(KindsReader.KINDS);
    assertThat(rules.kinds()).allSatisfy(kind -> assertThat(kind.winShare()).isBetween(0.01, 0.99));
    assertThat(rules.dictionary().services()).hasSize(11);
  }

  @Test
  @DisplayName("all mistakes of both files are told at once, each with place and mend")
  void everyMistake() throws IOException {
    replace("kinds.yaml", "win_share: 0.54", "win_share: 54");
    replace("kinds.yaml", "Offer \\{service\\}", "Offer {product}");
    replace("kinds.yaml", "kind: lapsing", "kind: sleeping");
    replace("kinds.yaml", "horizon_days: 90", "horizon_days: soon");
    replace("dictionary.yaml", "service: overnight", "service: po_box");
    replace("dictionary.yaml", "words: \\[periodical\\*", "words: [\"*magazine\"");
    assertThat(problems())
        .extracting(problem -> problem.place().replaceFirst(".*/", "") + ": " + problem.what())
        .contains(
            "kinds.yaml at kinds[0].win_share: expected a number from 0 to 1",
            "kinds.yaml at kinds[5].next_step: holds [{product}]",
            "kinds.yaml at kinds: not each kind of need once",
            "kinds.yaml at horizon_days: expected a whole number",
            "dictionary.yaml at services: 'po_box' stands twice",
            "dictionary.yaml at services[3].words: a phrase needs a beginning");
  }

  @Test
  void aMissingFileIsAMistakeOfTheConfiguration() throws IOException {
    Files.delete(conf.resolve("needs/kinds.yaml"));
    assertThat(problems()).singleElement().extracting(Problem::what).isEqualTo("cannot be read");
  }

  private List<Problem> problems() {
    return catchThrowableOfType(Failure.class, () -> NeedRules.load(conf)).problems();
  }

  private void replace(String file, String expression, String text) throws IOException {
    Path path = conf.resolve("needs").resolve(file);
    Files.writeString(path, Files.readString(path).replaceFirst(expression, text));
  }
}
