import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.TableSpec;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkSessions;
import org.recordlake.lake.SparkTypes;

/**
 * Fills a lake with poll answers. Every respondent answers two questions; one in a hundred
 * respondents is in one and the same meeting, so that a plan with a hotspot shows it.
 *
 * <p>Arguments: configuration folder, lake, number of answers, number of meetings.
 */
public final class PollBench {
  public static void main(String[] arguments) throws IOException {
    fill(Path.of(arguments[0]), arguments[1], Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
  }

  private static void fill(Path conf, String root, long answers, long meetings) throws IOException {
    Settings settings = SettingsLoader.load(conf.resolve("recordlake.yaml"), Map.of("lake", root));
    try (SparkSession spark = SparkSessions.open(settings)) {
      Catalog catalog = CatalogLoader.load(conf, settings.notice());
      Lake lake = new Lake(spark, root, catalog);
      lake.append("meetings", filled(catalog.table("meetings"), spark.range(meetings).selectExpr(
          "concat('M', id) as meeting_id", "date'2026-10-01' as meeting_date", "'Town hall' as topic",
          "'webinar' as kind", "'zoom' as platform", "'Host' as host_name",
          "timestamp'2026-10-01 10:00:00' as started_at", "timestamp'2026-10-01 11:00:00' as ended_at")));
      spark.range(answers).createOrReplaceTempView("numbers");
      lake.append("poll_responses", filled(catalog.table("poll_responses"), spark.sql(
          "select concat('M', if(person % 100 = 0, 0, pmod(xxhash64(person), " + meetings + "))) as meeting_id,"
              + " date'2026-10-01' as meeting_date, '1' as poll_id, 'Poll' as poll_title, question_no,"
              + " if(question_no = 1, 'Which service?', 'How easy?') as question,"
              + " if(question_no = 1, 'single', 'scale') as question_kind,"
              + " concat('r', person) as respondent_key, concat('p', person) as participant_id, 1 as answer_no,"
              + " concat('option ', choice) as answer, choice as answer_order,"
              + " timestamp'2026-10-01 10:30:00' as answered_at, false as anonymous"
              + " from (select id div 2 as person, cast(id % 2 + 1 as int) as question_no,"
              + " cast(1 + pow(pmod(xxhash64(id, 7), 1000) / 1000D, 2) * 6 as int) as choice from numbers)")));
    }
  }

  private static Dataset<Row> filled(TableSpec spec, Dataset<Row> rows) {
    List<String> given = Arrays.asList(rows.columns());
    for (Column column : spec.storedColumns()) {
      if (!given.contains(column.name())) {
        String value = column.nullable() ? "null" : "'2026-10-01'";
        rows = rows.withColumn(column.name(),
            org.apache.spark.sql.functions.expr("cast(" + value + " as " + SparkTypes.of(column.type()).sql() + ")"));
      }
    }
    return rows;
  }
}
