package org.recordlake.polls;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.Succession;

/**
 * How many were present at points of a meeting's length. A point is shown if neither those present
 * nor those absent are a small group, and if the level has not changed by a small number since the
 * last point shown: else the curve would tell that two people left.
 */
final class PresenceCurve {
  private PresenceCurve() {}

  static List<AnswerLine> shown(List<AnswerLine> points, long attendees, ProtectionRule rule) {
    List<AnswerLine> curve = new ArrayList<>();
    OptionalLong last = OptionalLong.empty();
    for (AnswerLine point : points) {
      long level = point.people().getAsLong();
      boolean shown =
          !rule.isSmall(level)
              && !rule.isSmall(attendees - level)
              && Succession.isSafe(last.orElse(level), level, rule);
      curve.add(shown ? point : point.hidden());
      if (shown) {
        last = OptionalLong.of(level);
      }
    }
    return curve;
  }
}
