package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.PseudonymFunction;
import org.recordlake.protect.Keys;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

/**
 * Readers add up and take away whatever a mart shows. What they get never speaks of a group of
 * fewer people than a group must have: found by trying all sums and differences on random tables.
 */
@DisplayName("No group that is too small can be worked out")
class SmallGroupsTest {
  private static final int MINIMUM = 10;
  private static final int TABLES = 120;

  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private final Random random = new Random(20261201);

  @BeforeAll
  static void plainPseudonyms() {
    UDF1<String, String> same = id -> id;
    SharedSpark.session().udf().register("pseudonym", same, DataTypes.StringType);
  }

  @AfterAll
  static void keyedPseudonyms() {
    PseudonymFunction.register(SharedSpark.session(), Keys.temporary());
  }

  @Test
  @DisplayName("from a campaign and its parts")
  void campaigns() {
    List<Map<String, String>> contacts = new ArrayList<>();
    List<Map<String, Integer>> tables = tables();
    each(
        tables,
        (campaign, segment) ->
            (number) -> contacts.add(contact(campaign, segment, "c" + number, "false")));
    List<Row> rows = made("campaign_results", "campaign_contacts", contacts);
    check(
        tables,
        rows.stream().filter(row -> !row.isNullAt(row.fieldIndex("contacts"))).toList(),
        "campaign_id",
        "segment",
        row -> row.<Long>getAs("contacts"));
  }

  @Test
  @DisplayName("from those of a campaign who were held out")
  void heldOut() {
    List<Map<String, String>> contacts = new ArrayList<>();
    List<Map<String, Integer>> tables = tables();
    each(
        tables,
        (campaign, segment) ->
            (number) -> {
              contacts.add(contact(campaign, segment, "h" + number, "true"));
              if (number <= 1) {
                IntStream.rangeClosed(1, 20)
                    .forEach(n -> contacts.add(contact(campaign, segment, "c" + n, "false")));
              }
            });
    List<Row> rows = made("campaign_results", "campaign_contacts", contacts);
    check(
        tables,
        rows.stream()
            .filter(row -> !row.isNullAt(row.fieldIndex("held_out")))
            .filter(row -> row.<Long>getAs("held_out") > 0)
            .toList(),
        "campaign_id",
        "segment",
        row -> row.<Long>getAs("held_out"));
  }

  @Test
  @DisplayName("from a question and its answers by segment")
  void splits() {
    List<Map<String, String>> answers = new ArrayList<>();
    List<Map<String, String>> customers = new ArrayList<>();
    List<Map<String, String>> values = new ArrayList<>();
    List<Map<String, Integer>> tables = tables();
    each(
        tables,
        (meeting, segment) ->
            (number) -> {
              String customer = meeting + segment + number;
              customers.add(Map.of("customer_id", customer, "kind", "firm"));
              values.add(Map.of("customer_key", customer, "segment", segment));
              answers.add(
                  Map.of(
                      "meeting_id", meeting,
                      "meeting_date", "2026-10-01",
                      "poll_id", "1",
                      "question_no", "1",
                      "question", "Q",
                      "question_kind", "single",
                      "respondent_key", customer,
                      "customer_id", customer,
                      "answer", "yes",
                      "anonymous", "false"));
            });
    List<Row> rows =
        made(
            "poll_crosstabs",
            Map.of("poll_responses", answers, "customers", customers, "customer_value", values));
    check(
        tables,
        rows.stream().filter(row -> row.getAs("dimension").equals("segment")).toList(),
        "meeting_key",
        "dimension_value",
        row -> row.<Long>getAs("respondents"));
  }

  /** Random sizes of up to six groups, from nobody to twice and a half the minimum. */
  private List<Map<String, Integer>> tables() {
    return IntStream.range(0, TABLES)
        .mapToObj(
            table -> {
              Map<String, Integer> sizes = new TreeMap<>();
              for (int group = 0; group <= random.nextInt(6); group++) {
                sizes.put("s" + group, 1 + random.nextInt(random.nextBoolean() ? 12 : 25));
              }
              return sizes;
            })
        .toList();
  }

  private static void each(
      List<Map<String, Integer>> tables, BiFunction<String, String, IntConsumer> person) {
    for (int table = 0; table < tables.size(); table++) {
      String name = "t" + table;
      tables
          .get(table)
          .forEach(
              (group, size) -> IntStream.rangeClosed(1, size).forEach(person.apply(name, group)));
    }
  }

  private static Map<String, String> contact(
      String campaign, String segment, String recipient, String holdout) {
    return Map.of(
        "campaign_id",
        campaign,
        "recipient_id",
        segment + recipient,
        "channel",
        "mail",
        "segment",
        segment,
        "holdout",
        holdout,
        "converted",
        "false",
        "contacted_on",
        "2026-10-01");
  }

  private List<Row> made(String mart, String table, List<Map<String, String>> rows) {
    return made(mart, Map.of(table, rows));
  }

  private List<Row> made(String mart, Map<String, List<Map<String, String>>> given) {
    ModelCase example =
        new ModelCase(
            "",
            LocalDate.of(2026, 11, 22),
            Optional.of(MINIMUM),
            Optional.empty(),
            Map.of(),
            given,
            List.of());
    TableSpec spec = catalog.table(mart);
    return MartModel.of(spec)
        .rows(
            SharedSpark.session(),
            table -> GivenRows.of(catalog.table(table), example),
            example.parameters())
        .collectAsList();
  }

  /** Every row stands for the groups it names, {@code all}, or those no other row names. */
  private static void check(
      List<Map<String, Integer>> tables,
      List<Row> rows,
      String tableColumn,
      String groupColumn,
      Function<Row, Long> people) {
    Map<String, Map<String, Long>> shown = new TreeMap<>();
    rows.forEach(
        row ->
            shown
                .computeIfAbsent(row.getAs(tableColumn), table -> new TreeMap<>())
                .put(row.getAs(groupColumn), people.apply(row)));
    assertThat(shown).hasSizeGreaterThan(TABLES / 4);
    assertThat(IntStream.range(0, tables.size()))
        .as("tables of which some groups are shown and some are not")
        .anyMatch(
            table -> {
              Map<String, Long> lines = shown.getOrDefault("t" + table, Map.of());
              long alone = tables.get(table).keySet().stream().filter(lines::containsKey).count();
              return alone > 0 && alone < tables.get(table).size();
            });
    for (int table = 0; table < tables.size(); table++) {
      Map<String, Integer> sizes = tables.get(table);
      Map<String, Long> lines = shown.getOrDefault("t" + table, Map.of());
      assertThat(exposed(sizes, lines)).as("%s shown as %s", sizes, lines).isEmpty();
    }
  }

  private static boolean isRest(String group) {
    return group.equals("other") || group.startsWith("(");
  }

  /**
   * Groups of 1 to the minimum less one that a sum of lines, each taken +1, 0 or -1 times, gives.
   */
  private static List<String> exposed(Map<String, Integer> sizes, Map<String, Long> lines) {
    List<String> groups = List.copyOf(sizes.keySet());
    List<int[]> known = new ArrayList<>();
    for (Map.Entry<String, Long> line : lines.entrySet()) {
      int[] members = new int[groups.size()];
      long people = 0;
      for (int group = 0; group < members.length; group++) {
        boolean in =
            line.getKey().equals("all")
                || line.getKey().equals(groups.get(group))
                || isRest(line.getKey()) && !lines.containsKey(groups.get(group));
        members[group] = in ? 1 : 0;
        people += in ? sizes.get(groups.get(group)) : 0;
      }
      assertThat(line.getValue()).as("%s of %s", line.getKey(), sizes).isEqualTo(people);
      known.add(members);
    }
    List<String> exposed = new ArrayList<>();
    int ways = (int) Math.pow(3, known.size());
    for (int way = 1; way < ways; way++) {
      int[] sum = new int[groups.size()];
      for (int line = 0, rest = way; line < known.size(); line++, rest /= 3) {
        int sign = rest % 3 == 2 ? -1 : rest % 3;
        for (int group = 0; group < sum.length; group++) {
          sum[group] += sign * known.get(line)[group];
        }
      }
      if (IntStream.of(sum).allMatch(times -> times == 0 || times == 1)) {
        int people =
            IntStream.range(0, sum.length).map(g -> sum[g] * sizes.get(groups.get(g))).sum();
        if (people > 0 && people < MINIMUM) {
          exposed.add(people + " people");
        }
      }
    }
    return exposed;
  }
}
