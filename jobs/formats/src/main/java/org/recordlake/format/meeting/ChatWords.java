package org.recordlake.format.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.recordlake.format.words.WordFile;

/** Words that Zoom puts around the names in a saved chat, in the language of whoever saves it. */
final class ChatWords {
  /**
   * Words of one language.
   *
   * @param from stands before the sender; empty where nothing does
   * @param to stands before the recipient
   */
  record Language(String from, String to) {}

  private static final WordFile WORDS = WordFile.of("chat-words");
  private static final List<Language> LANGUAGES =
      WORDS.lines("names").stream().map(ChatWords::language).toList();

  static final Language ENGLISH = LANGUAGES.get(0);

  /** Every language but English. */
  static final List<Language> OTHERS = LANGUAGES.subList(1, LANGUAGES.size());

  private static final Set<String> EVERYONE = Set.copyOf(WORDS.words("everyone"));

  /** Brackets behind the recipient of a private message. */
  static final Pattern PRIVATE =
      Pattern.compile(
          "\\s*[(（](?:" + String.join("|", WORDS.words("private")) + ")[)）]\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ChatWords() {}

  private static Language language(String line) {
    String[] words = line.split("\\s*; ", 2);
    return new Language(words[0], words[1]);
  }

  static boolean isEveryone(String recipient) {
    String plain = recipient.strip().toLowerCase(Locale.ROOT);
    return plain.startsWith("everyone") || EVERYONE.contains(plain);
  }
}
