package org.recordlake.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.recordlake.config.LockedSettings.Lock;

/** The text of {@code docs/settings.md}, made from the constants. */
final class SettingsPage {
  private static final Pattern LINE = Pattern.compile("(.{1,110})(?:\\s+|$)");

  private static final String BEGINNING =
      """
      # Settings

      This page is made from the constants in `org.recordlake.config`; a test fails when it differs from them. To write
      it anew: `./mvnw -B -pl jobs/core test -Dtest=SettingsPageTest -Drecordlake.write=true`.

      ## Where a setting comes from

      Later ones weigh more:

      1. the default below;
      2. `conf/recordlake.yaml`, or the file that `--conf` names. Relative paths in it start at the folder that holds its
         `conf` folder;
      3. `--set key=value` on the command line; of a key given twice the last one counts;
      4. `--lake`, `--landing` and `--reports`, whose relative paths start in the current folder.

      Spark's own settings come from `spark.settings`; what spark-submit brings (`--conf`, `spark-defaults.conf`) weighs
      more than that, and its master means that nothing is set for a single machine. The locked ones below hold
      whatever anybody says.

      Of the environment the program reads `RECORDLAKE_HOME`, the folder that holds `conf`; the launcher sets it. The
      launcher reads `JAVA_HOME`, `RECORDLAKE_JAVA_OPTS` (options for Java, such as `-Xmx4g`) and `SPARK_LOCAL_IP`. A
      keyset may lie in a variable too, named by `keys.location`. No variable changes a setting.

      A key nobody knows, a value that is none, a doubled key and a missing one end every command with exit code 3; all
      of them are told at once, each with its place and the mend.

      ## Keys of conf/recordlake.yaml
      """;

  private static final String SPARK =
      """

      ### `spark.settings`

      A mapping from names to values. Default: none. Any Spark setting that is not locked, such as
      `spark.sql.shuffle.partitions: 200`; on the command line `--set spark.settings.spark.sql.shuffle.partitions=200`.

      ## Locked settings of Spark

      The program sets them itself. Whoever sets one otherwise, on the command line, in the file or in the configuration
      of a cluster, is refused with exit code 3 before a row is read; saying the same is fine. `./recordlake doctor` shows
      them. Upper and lower case do not matter, nor does the prefix `spark.hadoop.`.
      """;

  private SettingsPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(BEGINNING);
    Setting.ALL.forEach(setting -> page.append('\n').append(entry(setting)));
    page.append(SPARK);
    byReason().forEach((reason, locks) -> page.append('\n').append(locked(reason, locks)));
    page.append("\nOf these families nothing else can be set at all:\n\n");
    new TreeMap<>(LockedSettings.families())
        .forEach((name, reason) -> page.append("- `" + name + "*`: " + reason + "\n"));
    return page.toString();
  }

  private static String entry(Setting<?> setting) {
    String otherwise =
        setting
            .otherwise()
            .map(value -> "Default: `" + value + "`.")
            .orElse(setting.required() ? "Must be given." : "May be left out.");
    return "### `"
        + setting.key()
        + "`\n\n"
        + wrapped(capital(setting.type().expected()) + ". " + otherwise + " " + setting.meaning());
  }

  private static Map<String, List<Lock>> byReason() {
    Map<String, List<Lock>> locks = new LinkedHashMap<>();
    LockedSettings.all()
        .forEach(lock -> locks.computeIfAbsent(lock.reason(), r -> new ArrayList<>()).add(lock));
    return locks;
  }

  private static String locked(String reason, List<Lock> locks) {
    StringBuilder text = new StringBuilder(capital(reason) + ":\n\n");
    locks.forEach(lock -> text.append("- `" + lock.name() + "` = `" + lock.value() + "`\n"));
    return text.toString();
  }

  private static String capital(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }

  private static String wrapped(String text) {
    return LINE.matcher(text).replaceAll(match -> match.group(1).replace("$", "\\$") + "\n");
  }
}
