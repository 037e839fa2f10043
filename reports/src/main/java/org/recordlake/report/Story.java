package org.recordlake.report;

import java.util.List;
import java.util.Map;

/**
 * What a report says in words: its headline figures, what stands out, and how its numbers are
 * defined. PDF and HTML take these from here, so they tell the same story.
 *
 * <p>A report without a story of its own shows how many rows each dataset has.
 */
interface Story {
  /** At most four headline figures; none when there is no data. */
  List<Figure> figures(ReportData data);

  /**
   * At most five sentences, the most useful first; a sentence that the data cannot carry is left
   * out.
   */
  List<String> findings(ReportData data);

  /** Definitions a reader needs to use the numbers rightly. */
  List<String> notes(ReportData data);

  /** The story that goes with a template. */
  static Story of(ReportDefinition definition) {
    return STORIES.getOrDefault(definition.stem(), new PlainStory());
  }

  /** The stories by template name. */
  Map<String, Story> STORIES =
      Map.of(
          "campaigns-events",
          new CampaignsEventsStory(),
          "customer-needs",
          new CustomerNeedsStory(),
          "poll-results",
          new PollStory());
}
