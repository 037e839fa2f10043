package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.SettingsLoader;
import org.recordlake.problem.Failure;
import org.recordlake.testing.ProjectFolder;

class SourceReadersTest {
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private static final ReaderSettings SETTINGS =
      ReaderSettings.of(
          SettingsLoader.load(ProjectFolder.conf().resolve("recordlake.yaml"), Map.of()));
  private static final String PROVIDER =
      """
      package library;

      import java.util.Iterator;
      import java.util.List;
      import java.util.Set;
      import org.recordlake.catalog.Catalog;
      import org.recordlake.format.*;

      public final class LoanReaders implements ReaderProvider {
        public List<SourceReader> readers(ReaderSettings settings, Catalog catalog) {
          return List.of(new Loans());
        }

        record Loans() implements SourceReader {
          public String format() {
            return "%s";
          }

          public Set<String> tables(Head head) {
            return head.text().startsWith("LOANS") ? Set.of("loans") : Set.of();
          }

          public Iterator<RawRow> rows(SourceFile file, TableShape table) {
            return List.<RawRow>of().iterator();
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  @DisplayName("The more demanding readers come first")
  void order() {
    assertThat(formats())
        .containsExactly(
            "zoom-polls-a",
            "zoom-polls-b",
            "zoom-polls-c",
            "zoom-polls-d",
            "zoom-polls-e",
            "zoom-participants",
            "zoom-history",
            "zoom-webinar",
            "zoom-qa",
            "zoom-json-participants",
            "zoom-json-polls",
            "zoom-json-qa",
            "zoom-chat",
            "webvtt",
            "teams-attendance",
            "teams-attendance-old",
            "webex-attendance",
            "order-lines",
            "usaspending-transactions",
            "usaspending-awards",
            "usaspending-legacy",
            "usaspending-json",
            "usaspending-search",
            "nacha-ach",
            "mailchimp-subscribed",
            "mailchimp-unsubscribed",
            "mailchimp-cleaned",
            "hubspot-contacts",
            "hubspot-companies",
            "salesforce-campaign-members",
            "salesforce-leads",
            "salesforce-contacts",
            "salesforce-accounts",
            "bank-marketing",
            "naics",
            "psc",
            "catalogue-jsonl",
            "catalogue-csv");
  }

  @Test
  @DisplayName("A reader in somebody else's jar stands before those that take any names")
  void otherJar() throws Exception {
    List<String> formats = formatsWith(jar("library-loans", "library.LoanReaders"));
    assertThat(formats).hasSize(formats().size() + 1);
    assertThat(formats.subList(formats.size() - 3, formats.size()))
        .containsExactly("library-loans", "catalogue-jsonl", "catalogue-csv");
  }

  @Test
  @DisplayName("A jar whose reader has the name of another, or whose provider is missing, is named")
  void badJars() throws Exception {
    Path twice = jar("zoom-chat", "library.LoanReaders");
    assertThatThrownBy(() -> formatsWith(twice))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("two readers have the name 'zoom-chat'")
        .hasMessageContaining("library.LoanReaders");
    Path missing = jar("library-loans", "library.Missing");
    assertThatThrownBy(() -> formatsWith(missing))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("library.Missing");
  }

  private static List<String> formats() {
    return SourceReaders.all(SETTINGS, CATALOG).stream().map(SourceReader::format).toList();
  }

  private static List<String> formatsWith(Path jar) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader with =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, SourceReaders.class.getClassLoader())) {
      thread.setContextClassLoader(with);
      return formats();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** A jar compiled against this module, as a third party would make it. */
  private Path jar(String format, String provider) throws IOException {
    Path source = Files.createDirectories(folder.resolve(format)).resolve("LoanReaders.java");
    Files.writeString(source, PROVIDER.formatted(format));
    Path classes = folder.resolve(format + "-" + provider);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    assertThat(failed).isZero();
    Path jar = folder.resolve(format + "-" + provider + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
      out.putNextEntry(new JarEntry("META-INF/services/" + ReaderProvider.class.getName()));
      out.write(provider.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return jar;
  }
}
