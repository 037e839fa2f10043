package org.recordlake.model;

import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkTypes;
import org.recordlake.testing.TestRun;

/**
 * Records of sixty customers in many files, and random inserts, corrections and deletes of them.
 */
final class ChangingRecords {
  private static final Map<String, List<String>> CORRECTIONS =
      new TreeMap<>(
          Map.of(
              "sales_orders",
              List.of(
                  "quantity=quantity + 1",
                  "order_date=date_add(order_date, 40)",
                  "customer_id='C5'"),
              "service_usage",
              List.of("spend=spend + 5"),
              "sales_calls",
              List.of("stated_needs='overnight'", "customer_id='C6'", "called_on='2026-03-01'"),
              "chat_messages",
              List.of("message='International, please'", "customer_id='C7'", "customer_id=null"),
              "identity_links",
              List.of("status='split'", "status='matched'")));

  private final TestRun run;
  private final Random random;
  private final Map<String, List<Map<String, String>>> pending = new HashMap<>();

  ChangingRecords(TestRun run, long seed) {
    this.run = run;
    this.random = new Random(seed);
  }

  void begin() {
    for (int customer = 0; customer < 70; customer++) {
      pend("customers", customer("C" + customer));
    }
    for (int customer = 0; customer < 60; customer++) {
      order("O" + customer, customer);
      usage(customer, "USPS");
      call("V" + customer, customer);
      chat("m" + customer, customer);
      link("m" + customer, random.nextInt(60));
    }
    pending
        .keySet()
        .forEach(
            table -> {
              Column[] key = spec(table).key().stream().map(functions::col).toArray(Column[]::new);
              lake().append(table, rows(table).repartition(16, key));
            });
    pending.clear();
  }

  /** New, corrected and deleted rows of some customers, fewer than half of the lake. */
  void change() {
    for (int i = 0; i < 3; i++) {
      order("N" + random.nextInt(1_000_000), random.nextInt(70));
      usage(random.nextInt(70), random.nextBoolean() ? "UPS" : "USPS");
      call("W" + random.nextInt(1_000_000), random.nextInt(70));
      String message = "n" + random.nextInt(1_000_000);
      chat(message, random.nextInt(70));
      link(message, random.nextInt(70));
    }
    flush();
    CORRECTIONS.forEach(this::correctOrDelete);
  }

  private void correctOrDelete(String table, List<String> corrections) {
    if (random.nextBoolean()) {
      correct(table, corrections.get(random.nextInt(corrections.size())).split("=", 2));
    } else {
      delete(table);
    }
  }

  private void correct(String table, String[] columnAndValue) {
    lake()
        .merge(
            table,
            some(table)
                .withColumn(
                    columnAndValue[0],
                    expr(columnAndValue[1])
                        .cast(
                            SparkTypes.of(
                                spec(table).column(columnAndValue[0]).orElseThrow().type())))
                .localCheckpoint());
  }

  private void delete(String table) {
    lake().deleteByKeys(table, some(table).localCheckpoint());
  }

  Dataset<Row> some(String table) {
    String keys = String.join(", ", spec(table).key());
    return lake().read(table).where("hash(" + keys + ") % 7 = " + random.nextInt(7)).limit(3);
  }

  private static Map<String, String> customer(String id) {
    return Map.of(
        "customer_id", id,
        "kind", "firm",
        "customer_name", "x",
        "country", "US",
        "relationship_started_on", "2023-01-01",
        "updated_on", "2023-01-01");
  }

  void order(String order, int customer) {
    pend(
        "sales_orders",
        Map.ofEntries(
            Map.entry("order_id", order),
            Map.entry("line_no", "1"),
            Map.entry("customer_id", "C" + customer),
            Map.entry("order_date", day()),
            Map.entry("service", random.nextBoolean() ? "letter_mail" : "returns"),
            Map.entry("quantity", "1"),
            Map.entry("unit_price", String.valueOf(1 + random.nextInt(100))),
            Map.entry("cancelled", "false")));
  }

  private void usage(int customer, String provider) {
    pend(
        "service_usage",
        Map.of(
            "customer_id",
            "C" + customer,
            "provider",
            provider,
            "service",
            "returns",
            "month",
            "2026-0" + (1 + random.nextInt(9)) + "-01",
            "units",
            "2",
            "spend",
            String.valueOf(random.nextInt(100)),
            "observed_on",
            "2026-11-01"));
  }

  private void call(String call, int customer) {
    pend(
        "sales_calls",
        Map.of(
            "call_id",
            call,
            "customer_id",
            "C" + customer,
            "called_on",
            day(),
            "employee_name",
            "x",
            "outcome",
            "interested",
            "stated_needs",
            random.nextBoolean() ? "returns" : "cheaper boxes"));
  }

  /** One in two names its customer. */
  private void chat(String message, int customer) {
    Map<String, String> row =
        new HashMap<>(
            Map.of(
                "meeting_id", "M",
                "meeting_date", "2026-11-0" + (1 + random.nextInt(9)),
                "message_id", message,
                "kind", "question",
                "message", "How do returns work?"));
    if (random.nextBoolean()) {
      row.put("customer_id", "C" + customer);
    }
    pend("chat_messages", row);
  }

  /** One in two is matched. */
  private void link(String message, int customer) {
    pend(
        "identity_links",
        Map.of(
            "link_id", "L-" + message,
            "table_name", "chat_messages",
            "row_key", "M/" + message,
            "customer_id", "C" + customer,
            "method", "email",
            "evidence", "email",
            "weight", "20",
            "status", random.nextBoolean() ? "matched" : "review",
            "decided_on", "2026-11-10",
            "decided_by", "matcher"));
  }

  /** Any day from three years before the lake's to a few days after it. */
  private String day() {
    return LocalDate.of(2023, 12, 1).plusDays(random.nextInt(1_090)).toString();
  }

  private void pend(String table, Map<String, String> row) {
    pending.computeIfAbsent(table, none -> new ArrayList<>()).add(row);
  }

  void flush() {
    pending.keySet().forEach(table -> lake().append(table, rows(table)));
    pending.clear();
  }

  private Dataset<Row> rows(String table) {
    Map<String, String> system =
        Map.of("record_source", "customers", "ingested_file", "f", "recorded_on", "2026-11-22");
    boolean records = spec(table).zone() == Zone.RECORDS;
    ModelCase given =
        new ModelCase(
            "",
            run.context().asOf(),
            Optional.empty(),
            Optional.empty(),
            Map.of(table, records ? system : Map.of()),
            Map.of(table, pending.get(table)),
            List.of());
    return GivenRows.of(spec(table), given)
        .dropDuplicates(spec(table).key().toArray(String[]::new));
  }

  private TableSpec spec(String table) {
    return run.context().catalog().table(table);
  }

  private Lake lake() {
    return run.context().lake();
  }
}
