package org.recordlake.model;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The text of one SQL file. A model reads views: catalogue tables by their names and staging models
 * by theirs, which begin with {@code stg_}.
 */
record SqlModel(String name, String text) implements Stage {
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
  private static final Pattern STAGING = Pattern.compile("\\bstg_[a-z0-9_]+\\b");
  private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_]+)\\b");

  @Override
  public Set<String> staging() {
    return found(STAGING, 0);
  }

  @Override
  public Set<String> parameters() {
    return found(PARAMETER, 1);
  }

  @Override
  public Set<String> words() {
    return found(Pattern.compile("\\b[a-z][a-z0-9_]*\\b"), 0);
  }

  @Override
  public long readsOf(String name) {
    Pattern read = Pattern.compile("\\b(from|join)\\s+" + Pattern.quote(name) + "\\b");
    return read.matcher(statement()).results().count();
  }

  @Override
  public Dataset<Row> rows(SparkSession spark, ModelParameters parameters) {
    return spark.sql(text, parameters.named());
  }

  private String statement() {
    return COMMENT.matcher(text).replaceAll("");
  }

  private Set<String> found(Pattern pattern, int group) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(statement());
    while (matcher.find()) {
      names.add(matcher.group(group));
    }
    return names;
  }
}
