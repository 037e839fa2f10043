package org.recordlake.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.spark.SparkConf;
import org.recordlake.config.Settings;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends all logging to the installation's JSON log. Nothing is logged before: without a
 * configuration Log4j would print exception messages, which may quote a record.
 */
final class LogSetup {
  private static final String FILE = "log4j2.xml";
  private static final String CONFIGURATION = "log4j2.configurationFile";
  private static final String FOLDER = "recordlake.logs";

  private LogSetup() {}

  /** Before the settings are known: their log configuration and folder if all is as shipped. */
  static void prepare(Path home) {
    use(home.resolve("conf").resolve(FILE), home.resolve("logs"));
  }

  static void open(Settings settings) {
    Path own = settings.confFolder().resolve(FILE);
    if (Files.exists(own)) {
      use(own, settings.logFolder());
    } else {
      System.setProperty(FOLDER, settings.logFolder().toString());
    }
    follow(URI.create(System.getProperty(CONFIGURATION)), settings.logFolder());
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private static void use(Path configuration, Path folder) {
    System.setProperty(CONFIGURATION, configuration.toUri().toString());
    System.setProperty(FOLDER, folder.toString());
  }

  /**
   * Log4j may run already, with the folder as shipped; and under spark-submit a second time, with
   * Spark's configuration, for the class loader that Spark's own classes come from.
   */
  private static void follow(URI configuration, Path folder) {
    // Spark sets its own configuration the first time it logs: that has to be behind us.
    new SparkConf(false).initializeForcefully(false, true);
    follow(configuration, folder, LogSetup.class.getClassLoader());
    follow(configuration, folder, SparkConf.class.getClassLoader());
  }

  private static void follow(URI configuration, Path folder, ClassLoader classes) {
    LoggerContext context = (LoggerContext) LogManager.getContext(classes, false);
    Configuration running = context.getConfiguration();
    if (!configuration.equals(running.getConfigurationSource().getURI())
        || !writesTo(folder, running)) {
      context.setConfigLocation(configuration);
    }
  }

  private static boolean writesTo(Path folder, Configuration running) {
    return running.getAppenders().values().stream()
        .filter(RollingFileAppender.class::isInstance)
        .map(appender -> Path.of(((RollingFileAppender) appender).getFileName()))
        .anyMatch(file -> file.startsWith(folder));
  }
}
