package org.recordlake.format.meeting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of those who answered. Respondents are people: whoever gave an address has one number in
 * all polls of the meeting, whoever gave only a name too, unless that name answers one question
 * twice, which one person cannot. An anonymous answer gets a response number from its place among
 * the anonymous ones to its question, by time and then by text: the same in every export, of
 * nobody, and of one answer alone.
 */
final class Respondents {
  private final MeetingKey meeting;
  private final Launches launches;
  private final Map<String, Map<String, Integer>> namesakes = new HashMap<>();

  Respondents(MeetingKey meeting, Launches launches) {
    this.meeting = meeting;
    this.launches = launches;
  }

  /** One number for each of {@code answers}. */
  List<String> of(List<Answer> answers) {
    String[] numbers = new String[answers.size()];
    Map<String, List<Integer>> anonymous = new HashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      Answer answer = answers.get(i);
      if (answer.person().isKnown()) {
        numbers[i] = known(answer);
      } else {
        // Some exports leave out who passed a question over; that must not shift the others.
        String among = asked(answer) + (answer.given().isBlank() ? "\u0001passed over" : "");
        anonymous.computeIfAbsent(among, any -> new ArrayList<>()).add(i);
      }
    }
    anonymous.forEach(
        (among, places) -> {
          places.sort(Comparator.comparing(place -> order(answers.get(place))));
          for (int place = 0; place < places.size(); place++) {
            numbers[places.get(place)] =
                StableId.of("anonymous", meeting.id(), among, "" + (place + 1));
          }
        });
    return Arrays.asList(numbers);
  }

  private String known(Answer answer) {
    String id = answer.person().id().orElseThrow();
    if (answer.person().email().isPresent()) {
      return id;
    }
    String said = answer.at().map(Instant::toString).orElse("") + "\u0001" + answer.given();
    Map<String, Integer> before =
        namesakes.computeIfAbsent(id + "\u0001" + asked(answer), any -> new HashMap<>());
    int which = before.computeIfAbsent(said, any -> before.size());
    return which == 0 ? id : StableId.of("namesake", id, "" + which);
  }

  private String asked(Answer answer) {
    return answer.wording() + "\u0001" + launches.of(answer);
  }

  /** Exports differ in the fractions of a second that they keep. */
  private static String order(Answer answer) {
    return answer.at().map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("~")
        + "\u0001"
        + answer.given();
  }
}
