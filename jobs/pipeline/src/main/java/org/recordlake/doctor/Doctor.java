package org.recordlake.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.doctor.Finding.Fault;
import org.recordlake.doctor.Finding.Fine;
import org.recordlake.doctor.Finding.Warning;
import org.recordlake.lake.PrivateFolders;
import org.recordlake.lake.SparkSessions;
import org.recordlake.problem.Failure;
import org.recordlake.protect.Keys;

/** Finds out, without starting Spark and without changing anything, whether a run could succeed. */
public final class Doctor {
  private Doctor() {}

  /** Everything there is to say about the machine and the installation. */
  public static List<Finding> examine(Path settingsFile, Map<String, String> overrides) {
    List<Finding> findings = new ArrayList<>(Machine.examine());
    findings.addAll(Locks.examine(SparkSessions.submitted(), SparkSessions.SUBMISSION));
    try {
      Settings settings = SettingsLoader.load(settingsFile, overrides);
      findings.add(new Fine("settings", settingsFile.toString()));
      findings.add(catalogue(settings));
      findings.add(Folders.writable("lake", settings.lake()));
      findings.add(Folders.writable("reports", settings.reportsUri()));
      findings.add(Folders.writable("logs", settings.logFolder().toString()));
      findings.add(Folders.readable("landing", settings.landing().uri()));
      PrivateFolders.open(settings)
          .forEach(
              folder ->
                  findings.add(
                      new Warning(
                          "privacy",
                          "others may look into " + folder,
                          "chmod -R go= " + folder + ", which the next run does for the folder")));
      findings.add(Folders.space("disk", settings.lake()));
      findings.add(keys(settings.keys()));
    } catch (Failure failure) {
      failure.problems().stream()
          .map(problem -> Fault.of("settings", problem, failure.exitCode()))
          .forEach(findings::add);
    }
    return findings;
  }

  private static Finding catalogue(Settings settings) {
    try {
      Catalog catalog = CatalogLoader.load(settings.confFolder(), settings.notice());
      return new Fine(
          "catalogue", catalog.tables().size() + " tables under " + catalog.notice().id());
    } catch (Failure failure) {
      Fault first = Fault.of("catalogue", failure);
      int others = failure.problems().size() - 1;
      return others == 0
          ? first
          : new Fault(
              first.subject(),
              first.text() + ", and " + others + " more",
              "See all of them with 'recordlake catalog check'",
              first.exitCode());
    }
  }

  private static Finding keys(Settings.Keys settings) {
    String mend = "Before real records come in, make keys of your own and name them in keys.source";
    if (Keys.missing(settings)) {
      return new Warning("keys", "DEVELOPMENT KEYS will be made in " + settings.location(), mend);
    }
    try {
      Keys.open(settings, new Configuration()::getPassword);
      if (!Keys.missing(Keys.signing(settings))) {
        Keys.signer(settings, new Configuration()::getPassword);
      }
      return settings.location().contains("development")
          ? new Warning("keys", "DEVELOPMENT KEYS in " + settings.location(), mend)
          : new Fine("keys", settings.location() + " can be used");
    } catch (Failure failure) {
      return Fault.of("keys", failure);
    }
  }
}
