package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.lake.Lake;
import org.recordlake.lake.LakeLock;
import org.recordlake.lake.SparkTypes;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

@DisplayName("query")
class QueryTest {
  private static final String CANARY = "Ms-Canary-Bird";
  private static final String[] ASKER = {"--operator", "A. Person", "--reason", "audit 7"};

  @TempDir static Path folder;
  private static Lake lake;

  /** One table with a row; the rest of the lake is not there yet. */
  @BeforeAll
  static void fill() {
    Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
    lake = new Lake(SharedSpark.session(), folder.resolve("lake").toString(), catalog);
    Date day = Date.valueOf("2026-01-01");
    Row event =
        RowFactory.create(
            "E1",
            CANARY,
            "other",
            day,
            day,
            "\u001b[31mHall, \"B\"",
            "",
            "personnel",
            "0",
            day,
            day);
    lake.append(
        "events",
        lake.spark().createDataFrame(List.of(event), SparkTypes.schema(catalog.table("events"))));
  }

  @Test
  void answersOverMartsWithoutAskingWho() {
    Cli.Answer answer = ask("select count(*) as n from marts.customer_value");
    assertThat(answer.code()).isZero();
    assertThat(answer.results()).isEqualTo("n\n-\n0\n(1 row)\n");
    assertThat(answer.messages()).doesNotContain("query …");
  }

  @Test
  void aTableThatIsNotThereYetHasTheCataloguesColumns() {
    Cli.Answer answer = ask("select * from marts.poll_results", "--format", "csv");
    assertThat(answer.results())
        .isEqualTo(String.join(",", lake.read("poll_results").columns()) + "\r\n");
  }

  @Test
  void csvFollowsRfc4180() {
    Cli.Answer answer =
        ask(
            "select 'a \"b\", c' as `x,y`, '' as empty, null as missing, 'l1\nl2' as lines",
            "--format",
            "csv");
    assertThat(answer.results())
        .isEqualTo("\"x,y\",empty,missing,lines\r\n\"a \"\"b\"\", c\",\"\",,\"l1\nl2\"\r\n");
  }

  @Test
  void jsonIsOneObjectALineWithTypes() {
    Cli.Answer answer =
        ask(
            "select 1 as a, cast(1.10 as decimal(9,2)) as b, date'2026-01-31' as c,"
                + " array('x') as d, null as e, true as f from range(2)",
            "--format",
            "json");
    String line = "{\"a\":1,\"b\":1.10,\"c\":\"2026-01-31\",\"d\":[\"x\"],\"e\":null,\"f\":true}\n";
    assertThat(answer.results()).isEqualTo(line + line);
  }

  @Test
  void tablesAreAlignedWithNumbersToTheRight() {
    Cli.Answer answer = ask("select * from values ('a', 1), ('bcd', 200) as v(word, n) order by n");
    assertThat(answer.messages()).isEmpty();
    assertThat(answer.results())
        .isEqualTo("word    n\n----  ---\na       1\nbcd   200\n(2 rows)\n");
  }

  @Test
  void twoColumnsMayHaveOneName() {
    assertThat(ask("select 1 as a, 2 as a", "--format", "csv").results())
        .isEqualTo("a,a\r\n1,2\r\n");
  }

  @Test
  void everyShapeOfSelectIsAnswered() {
    Cli.Answer answer =
        ask(
            """
            with m as (select segment, count(*) n from marts.customer_value group by segment having count(*) > 0),
                 r as (select id, sum(id) over (order by id rows 1 preceding) s from range(5))
            select distinct r.id, s, (select max(n) from m) top,
                   id in (select 3) as found, case when exists (select 1 from m) then 1 else 0 end x
            from r left join m on false
            cross join lateral (select r.id + 1 as next)
            lateral view explode(array(1)) e as one
            where next > 1 union all select 9, 9, 9, true, 9 except select 1, 1, 1, true, 1
            order by 1 limit 2 offset 1
            """,
            "--format",
            "csv");
    assertThat(answer.messages()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.results()).startsWith("id,s,top,found,x\r\n2,3,,false,0\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table marts.customer_value",
        "create table x as select 1",
        "insert into marts.customer_value select * from marts.customer_value",
        "delete from marts.customer_value",
        "vacuum marts.customer_value",
        "set spark.sql.shuffle.partitions=3",
        "show tables",
        "explain select 1",
        "add jar '/tmp/x.jar'",
        "cache table marts.customer_value",
        "select transform(1) using 'cat' as x",
        "select * from marts.customer_value version as of 0",
        "select * from delta.`/tmp/x`",
        "select * from parquet.`/tmp/x`",
        "select * from json.`/etc/passwd`",
        "select * from marts.customer_value where customer_key in (select a from text.`/etc/passwd`)",
        "with a as (select * from csv.`/etc/passwd`) select * from a",
        "select reflect('java.lang.System', 'getenv', 'HOME')",
        "select java_method('java.lang.System', 'getenv', 'HOME')",
        "select x from range(1) lateral view reflect('java.lang.System', 'exit', 0) t as x",
        "select x from range(1) t(x) where try_reflect('java.lang.System', 'exit', 0) is null",
        "select system.builtin.reflect('java.lang.System', 'getenv', 'HOME')",
        "select identifier('reflect')('java.lang.System', 'getenv', 'HOME')",
        "select * from values (reflect('java.lang.System', 'getenv', 'HOME')) as v(x)",
        "select transform(array(1), x -> reflect('java.lang.System', 'getenv', 'HOME'))",
        "select sum(1) over w from range(2) window w as (partition by input_file_name())",
        "select * from range(2) where exists (select version())",
        "select count(1) filter (where user() = 'root') from range(2)",
        "select id from range(2) group by id having max(spark_partition_id()) > 0",
        "select id from range(2) order by monotonically_increasing_id()",
        "select * from range(2) pivot (max(current_database()) for id in (1, 2))",
        "select current_user",
        "select current_user()",
        "select session_user",
        "select user",
        "select current_catalog",
        "select xpath('<a/>', '/a')",
        "select from_csv('1', 'a int')",
        "select no_such_function(1)",
        "select * from sql_keywords()",
        "select * from json_tuple('{}', version())",
        "select * from read_files('/tmp')",
        "select * from identifier('records.events')",
        "select * from marts.customer_value with ('versionAsOf' = '0')",
        "select * from stream marts.customer_value",
        "select * from spark_catalog.default.x",
        "select * from records.events",
        "select (select max(name) from records.events)",
        "with a as (select * from governance.audit_log) select * from a",
        "select * from RECORDS.EVENTS",
        "select * from `records`.`events`",
        "select * from marts.no_such_table",
        "select * from no_such_name",
        "select no_such_column from marts.customer_value",
        "selec 1",
        "select 1; select 2",
        ""
      })
  void anythingElseIsRefused(String sql) {
    Cli.Answer answer = ask(sql);
    assertThat(answer.code()).as(answer.toString()).isEqualTo(ExitCode.USAGE.code());
    assertThat(answer.results()).isEmpty();
    assertThat(answer.messages()).contains("recordlake: query: cannot run this: ");
  }

  @Test
  void aFunctionThatIsNotOnTheListIsNamedWithTheList() {
    assertThat(ask("select id + Input_File_Name() from range(1)").messages())
        .contains(
            "the function 'Input_File_Name' is not allowed",
            "jobs/pipeline/src/main/resources/sql/functions.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select percentile(id, 0.5), count_if(id > 1), sum(id) filter (where id > 0) from range(3)",
        "select try_cast('x' as int), cast('1' as bigint), extract(year from date'2026-01-01')",
        "select transform(filter(array(1, 2), x -> x > 1), (x, i) -> x + i), substring('ab' from 1)",
        "select trim(both 'x' from 'xax'), position('a' in 'ba'), 'a' like 'a%', 'a' || 'b'",
        "select rank() over (partition by id % 2 order by id) from range(4)",
        "select sum(id) over w from range(2) window w as (order by id)",
        "select * from marts.customer_value tablesample (50 percent) order by all limit 1",
        "select /*+ broadcast(a) */ a.id from range(1) a join range(1) b using (id)",
        "select * from values (1, date'2026-01-31'), (2, null) as v(a, b) where a between 1 and 2",
        "select * from range(2) pivot (max(id) for id in (1, 2))",
        "select grouping(id), id, count(*) from range(2) group by rollup (id)",
        "select case when id in (1) then interval 1 day end, current_date is null from range(1)",
        "select percentile_cont(0.5) within group (order by id) from range(3)",
        "select 1 <=> null, 5 & 3, 5 | 3, 5 ^ 3, ~1, 7 div 2, 7 % 2, not true, -(1), 1 is distinct from 2",
        "select 'a' ilike any ('A%'), 'a' rlike 'a', 'a' not like 'b', 1 not between 2 and 3",
        "select map('k', 1)['k'], array(1)[0], named_struct('f', 1).f, '1'::int, struct(*) from range(1)",
        "select timestampadd(day, 1, now()) > now(), dateadd(month, 1, date'2026-01-31')",
        "select timestampdiff(day, date'2026-01-01', date'2026-01-31'), date'2026-01-01' + 1",
        "select * except (a) from values (1, 2) as v(a, b)",
        "select b, count(distinct a, b) from values (1, 2) as v(a, b) group by all order by all",
        "select listagg(a, ',') within group (order by a) from values ('x') as v(a)",
        "select * from values (1, 2) as v(a, b) unpivot (n for c in (a, b))",
        "select (1, 2) in (select 1, 2), current_timestamp is null, overlay('abc' placing 'x' from 2)",
        "select 'A' collate utf8_lcase = 'a', left('abc', 1), right('abc', 1), if(true, 1, 2)",
        "select floor(1.5), ceil(1.25, 1), trim('x'), sha2('x', 256), any_value(id) from range(1)"
      })
  void whatTheListHoldsIsAnswered(String sql) {
    Cli.Answer answer = ask(sql, "--format", "csv");
    assertThat(answer.messages()).isEmpty();
    assertThat(answer.code()).isZero();
  }

  @Test
  void restrictedZonesSayHowToAsk() {
    assertThat(ask("select * from records.events").messages())
        .contains("records.events is restricted", "add --operator and --reason");
  }

  @Test
  void variablesOfTheEnvironmentAreNotFilledIn() {
    assertThat(ask("select '${env:HOME}' as x", "--format", "csv").results())
        .contains("${env:HOME}");
  }

  @Test
  void aRowThatCannotBeComputedIsToldWithoutItsValue() {
    Cli.Answer answer = ask("select cast(name as int) from records.events", ASKER);
    assertThat(answer.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(answer.messages()).contains("CAST_INVALID_INPUT").doesNotContain(CANARY);
  }

  @Test
  void restrictedReadsAreAuditedBeforeTheirRowsAreShown() {
    long before = lake.read("audit_log").count();
    Cli.Answer answer = ask("select name, venue from records.events", ASKER);
    assertThat(answer.code()).isZero();
    assertThat(answer.results())
        .as("control characters steer no terminal")
        .contains(CANARY, "·[31mHall, \"B\"");
    List<Row> audit =
        lake.read("audit_log").orderBy("seq").select("operator", "reason", "zone").collectAsList();
    assertThat(audit).hasSize((int) before + 1);
    assertThat(audit.get((int) before)).hasToString("[A. Person,audit 7,records]");
  }

  @Test
  void aRestrictedReadShowsNothingWhileAnotherRunHoldsTheLake() {
    try (LakeLock held = LakeLock.acquire(folder.resolve("lake"), "night")) {
      Cli.Answer answer = ask("select name from records.events", ASKER);
      assertThat(answer.code()).isEqualTo(ExitCode.LOCKED.code());
      assertThat(answer.results()).isEmpty();
      assertThat(ask("select 1 as one").code()).isZero();
    }
  }

  @Test
  void dryRunNamesTheTables() {
    Cli.Answer answer =
        ask(
            "select * from records.events e join marts.customer_value v on true",
            "--operator=A",
            "--reason=B",
            "--dry-run");
    assertThat(answer.results()).isEqualTo("read marts.customer_value\nread records.events\n");
  }

  @Test
  void nothingIsLeftInTheCurrentFolder() {
    ask("select * from marts.customer_value");
    assertThat(Files.exists(Path.of("spark-warehouse"))).isFalse();
  }

  private static Cli.Answer ask(String sql, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "query";
    all[1] = sql;
    System.arraycopy(options, 0, all, 2, options.length);
    return new Cli(folder, List.of()).onOwnLake(all);
  }
}
