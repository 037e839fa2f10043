package org.recordlake.insights.needs;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the services a text speaks of by its words alone, so that anyone can tell why.
 *
 * @param negations phrases after which a word means the opposite
 * @param questions phrases of which a question holds one if its answers state needs
 */
record NeedDictionary(
    List<NamedService> services, Phrases negations, List<Channel> channels, Phrases questions)
    implements Serializable {
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?;\\n](?=\\s|$)");
  private static final int NEGATED_WORDS = 6;

  NeedDictionary {
    services = List.copyOf(services);
    channels = List.copyOf(channels);
  }

  /**
   * Codes of the services that {@code text} names and does not refuse, in the dictionary's order.
   */
  List<String> services(String text) {
    return services.stream()
        .filter(service -> named(service, text))
        .map(NamedService::service)
        .toList();
  }

  /** Whether answers to {@code question} state needs. */
  boolean asksForNeeds(String question) {
    return questions.in(question);
  }

  Optional<Channel> channel(String name) {
    return channels.stream().filter(channel -> channel.channel().equals(name)).findFirst();
  }

  private boolean named(NamedService service, String text) {
    String meant = service.unless().takenOut(text);
    Matcher matcher = service.words().over(meant);
    while (matcher.find()) {
      if (!negations.in(before(meant, matcher.start()))) {
        return true;
      }
    }
    return false;
  }

  /** The few words that stand before a place in the same sentence. */
  private static String before(String text, int place) {
    String[] sentences = SENTENCE_END.split(text.substring(0, place), -1);
    String[] words = sentences[sentences.length - 1].split("\\s+", -1);
    int from = Math.max(0, words.length - NEGATED_WORDS - 1);
    return String.join(" ", java.util.Arrays.asList(words).subList(from, words.length));
  }
}
