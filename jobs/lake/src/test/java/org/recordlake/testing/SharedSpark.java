package org.recordlake.testing;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.recordlake.lake.SparkSessions;

/**
 * The one Spark session of the module's tests, opened by spark-testing-base on first use with the
 * program's own settings, and its data frame comparison for Jupiter tests.
 */
public final class SharedSpark {
  private static final Base BASE = Base.started();

  private SharedSpark() {}

  public static SparkSession session() {
    return BASE.spark();
  }

  /** Fails unless both have the same schema and the same rows in the same order. */
  public static void assertSameFrames(Dataset<Row> expected, Dataset<Row> actual) {
    BASE.assertDataFrameEquals(expected, actual);
  }

  private static final class Base extends JavaDataFrameSuiteBase {
    static Base started() {
      Base base = new Base();
      base.runBefore();
      base.beforeAllTestCasesHook();
      return base;
    }

    @Override
    public boolean enableHiveSupport() {
      return false;
    }

    @Override
    public SparkConf conf() {
      SparkConf conf = super.conf().setMaster("local[2]");
      SparkSessions.needed().forEach(conf::set);
      SparkSessions.laptop().forEach(conf::set);
      conf.set("spark.hadoop.fs.file.impl", FaultyStorage.class.getName());
      // Tests plan far more than they process rows, as a night on little data does.
      conf.set("spark.sql.codegen.wholeStage", "false");
      conf.set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
      // What is compiled anyway, once for each shape of row, and not again after a hundred others.
      conf.set("spark.sql.codegen.cache.maxEntries", "2000");
      conf.set("spark.sql.adaptive.enabled", "false");
      conf.set("spark.sql.shuffle.partitions", "1");
      conf.set("spark.default.parallelism", "1");
      conf.set("spark.sql.constraintPropagation.enabled", "false");
      return conf.set(
          "spark.sql.warehouse.dir",
          System.getProperty("java.io.tmpdir") + "/recordlake-warehouse");
    }
  }
}
