package org.recordlake.format.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file of words")
class WordFileTest {
  @Test
  @DisplayName("adds up the lines of a key, so that a language is added by a line")
  void lines() throws IOException {
    assertThat(read("# Polish\njoined: dołączył\n\nleft: opuścił | wyszedł\njoined: joined\n"))
        .isEqualTo(
            Map.of("joined", List.of("dołączył", "joined"), "left", List.of("opuścił | wyszedł")));
    WordFile teams = WordFile.of("teams-words");
    assertThat(teams.words("left")).contains("left", "opuścił");
    assertThat(teams.keys()).contains("event header");
  }

  @ParameterizedTest
  @DisplayName("names the line that is none")
  @ValueSource(
      strings = {
        "good: word\nno colon",
        "good: word\n: no key",
        "good: word\nnothing: ",
        "a: b\na: b"
      })
  void mistakes(String text) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining("words/test.txt, line 2");
  }

  @Test
  @DisplayName("that is missing, or says nothing of what is asked, is an error")
  void missing() {
    assertThatThrownBy(() -> WordFile.of("no-such")).hasMessageContaining("no-such");
    WordFile chats = WordFile.of("chat-words");
    assertThatThrownBy(() -> chats.words("nobody"))
        .hasMessage("words/chat-words.txt says nothing of nobody");
  }

  private static Map<String, List<String>> read(String text) throws IOException {
    return WordFile.read("test", new BufferedReader(new StringReader(text)));
  }
}
