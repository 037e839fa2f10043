package org.recordlake.insights.needs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.config.YamlFiles;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * Everything in {@code conf/needs}: the dictionary of services and the rules of each kind of need.
 *
 * @param horizonDays within how many days a need is taken to lead to a purchase, if it does
 */
public record NeedRules(NeedDictionary dictionary, int horizonDays, List<KindRule> kinds) {
  private static final String FOLDER = "needs";
  private static final String DICTIONARY = "dictionary.yaml";
  private static final String KINDS = "kinds.yaml";

  public NeedRules {
    kinds = List.copyOf(kinds);
  }

  /**
   * @param confFolder folder that holds {@code needs/}
   * @throws Failure (configuration) naming file, key path and mend of every mistake
   */
  public static NeedRules load(Path confFolder) {
    List<Problem> problems = new ArrayList<>();
    Path folder = confFolder.resolve(FOLDER);
    Optional<NeedDictionary> dictionary =
        YamlFiles.open(folder.resolve(DICTIONARY), problems).map(DictionaryReader::read);
    Optional<KindsReader.Kinds> kinds =
        YamlFiles.open(folder.resolve(KINDS), problems).map(KindsReader::read);
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
    return new NeedRules(
        dictionary.orElseThrow(), kinds.orElseThrow().horizonDays(), kinds.orElseThrow().rules());
  }
}
