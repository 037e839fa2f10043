package org.recordlake.dictionary;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.Zone;
import org.recordlake.problem.Failure;

/**
 * Writes the data dictionary: an index by zone and one page per table, each as Markdown for the
 * repository and as HTML for everyone else.
 */
public final class Dictionary {
  private static final Configuration FREEMARKER = configuration();

  private Dictionary() {}

  /** A zone and its tables. */
  public record Shelf(String zone, String purpose, List<TablePage> tables) {}

  /**
   * @param out folder of the dictionary; files of the same names are replaced
   * @return number of files written
   * @throws Failure (storage) if the folder cannot be written
   */
  public static int write(Catalog catalog, Path out) {
    List<Shelf> shelves = new ArrayList<>();
    int files = 0;
    for (Zone zone : Zone.values()) {
      List<TablePage> pages =
          catalog.tables(zone).stream().map(table -> TablePage.of(table, catalog)).toList();
      shelves.add(new Shelf(zone.folder(), purpose(zone), pages));
      for (TablePage page : pages) {
        files += pair(out.resolve(zone.folder()), page.name(), "table", Map.of("table", page));
      }
    }
    Map<String, Object> index = Map.of("shelves", shelves, "notice", catalog.notice());
    return files + pair(out, "index", "index", index);
  }

  private static String purpose(Zone zone) {
    return switch (zone) {
      case RECORDS -> "Personal records, for jobs and the privacy office.";
      case MARTS -> "Pseudonymous and aggregate tables, for analysts.";
      case GOVERNANCE -> "Ledgers of what was done, for the privacy office and engineers.";
    };
  }

  private static int pair(Path folder, String name, String template, Map<String, Object> values) {
    save(folder.resolve(name + ".md"), render(template + ".ftl", values));
    save(folder.resolve(name + ".html"), render(template + ".ftlh", values));
    return 2;
  }

  private static String render(String template, Map<String, Object> values) {
    try {
      StringWriter page = new StringWriter();
      FREEMARKER.getTemplate("dictionary/" + template).process(values, page);
      return page.toString();
    } catch (TemplateException | IOException e) {
      throw new IllegalStateException("Cannot render " + template, e);
    }
  }

  private static void save(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Failure.storage(
          "the page cannot be written", file.toString(), "Check the folder given with --out", e);
    }
  }

  /** The root of the class path, since pages share the look of the reports. */
  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Dictionary.class, "/");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.US);
    configuration.setNumberFormat("computer");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setObjectWrapper(
        new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
    return configuration;
  }
}
