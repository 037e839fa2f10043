package org.recordlake.doctor;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import org.recordlake.doctor.Finding.Fault;
import org.recordlake.doctor.Finding.Fine;
import org.recordlake.doctor.Finding.Warning;
import org.recordlake.problem.ExitCode;

/** What a run needs of the machine, whatever the configuration. */
final class Machine {
  private static final int OLDEST_JAVA = 17;
  private static final long LEAST_MEMORY_MB = 1000;
  private static final String FONT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";

  private Machine() {}

  static List<Finding> examine() {
    return List.of(
        java(Runtime.version()),
        memory(Runtime.getRuntime().maxMemory() >> 20),
        fonts(FONT),
        loopback(),
        hostName());
  }

  static Finding java(Runtime.Version version) {
    return version.feature() >= OLDEST_JAVA
        ? new Fine("Java", version + " at " + System.getProperty("java.home"))
        : new Fault(
            "Java", version + " is too old", "Install Java 17 or later", ExitCode.CONFIGURATION);
  }

  static Finding memory(long heapMb) {
    return heapMb >= LEAST_MEMORY_MB
        ? new Fine("memory", heapMb + " MB for Java")
        : new Warning(
            "memory",
            "only " + heapMb + " MB for Java",
            "Give it 1 GB or more: RECORDLAKE_JAVA_OPTS=-Xmx2g");
  }

  /** Draws a letter, as the PDF reports will. */
  static Finding fonts(String resource) {
    try (InputStream file = Machine.class.getResourceAsStream(resource)) {
      Font font = Font.createFont(Font.TRUETYPE_FONT, file);
      font.deriveFont(10f)
          .createGlyphVector(new FontRenderContext(null, true, true), "é")
          .getVisualBounds();
      return new Fine("fonts", font.getFontName() + " can be drawn");
    } catch (IOException | FontFormatException | RuntimeException | LinkageError cannotDraw) {
      return new Fault(
          "fonts",
          "the reports' font cannot be drawn (" + cannotDraw.getClass().getSimpleName() + ")",
          "Install the system's font libraries, on Debian: apt-get install libfreetype6 fontconfig",
          ExitCode.CONFIGURATION);
    }
  }

  private static Finding loopback() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return new Fine("loopback", "127.0.0.1 takes connections");
    } catch (IOException e) {
      return new Fault(
          "loopback",
          "nothing can listen on 127.0.0.1, as Spark must",
          "Bring the loopback interface up: ip link set lo up",
          ExitCode.CONFIGURATION);
    }
  }

  private static Finding hostName() {
    try {
      return new Fine("host name", InetAddress.getLocalHost().getHostName() + " resolves");
    } catch (UnknownHostException e) {
      return new Warning(
          "host name",
          "this machine's own name does not resolve",
          "Add it to /etc/hosts; without the launcher also set SPARK_LOCAL_IP=127.0.0.1");
    }
  }
}
