package org.recordlake.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What is logged by anything, from INFO up, and printed to the console while it listens. */
public final class LogLines implements AutoCloseable {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LogManager.getRootLogger();
  private final Level before = root.getLevel();
  private final List<Appender> others = List.copyOf(root.getAppenders().values());
  private final PrintStream out = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AbstractAppender appender =
      new AbstractAppender("lines", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
          lines.add(event.getMessage().getFormattedMessage() + " " + event.getThrown());
        }
      };

  private LogLines() {}

  public static LogLines listen() {
    LogLines lines = new LogLines();
    lines.appender.start();
    lines.others.forEach(lines.root::removeAppender);
    lines.root.addAppender(lines.appender);
    lines.root.setLevel(Level.INFO);
    System.setOut(new PrintStream(lines.printed, true, StandardCharsets.UTF_8));
    return lines;
  }

  public List<String> lines() {
    return Stream.concat(lines.stream(), printed.toString(StandardCharsets.UTF_8).lines()).toList();
  }

  @Override
  public void close() {
    System.setOut(out);
    root.setLevel(before);
    root.removeAppender(appender);
    others.forEach(root::addAppender);
    appender.stop();
  }
}
