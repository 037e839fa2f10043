package org.recordlake.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Renders HTML pages from the FreeMarker templates on the class path. Every value is escaped unless
 * a template says otherwise; none does.
 */
final class Pages {
  private static final DefaultObjectWrapper WRAPPER =
      new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build();
  private static final Configuration FREEMARKER = configuration();

  private Pages() {}

  static byte[] render(String template, Map<String, Object> values) {
    try {
      Map<String, Object> model = new HashMap<>(values);
      model.put("words", WRAPPER.getStaticModels().get(Words.class.getName()));
      StringWriter page = new StringWriter();
      FREEMARKER.getTemplate(template).process(model, page);
      return page.toString().getBytes(StandardCharsets.UTF_8);
    } catch (TemplateException | IOException e) {
      // FreeMarker's own message can quote the data, so it is kept out of ours and out of the
      // cause.
      throw new ReportException(
          "Cannot render page",
          "template " + template + place(e),
          "Correct the template at that line.");
    }
  }

  /** The template of this name, if there is one. */
  static Optional<String> find(String template) {
    try {
      return Optional.of(FREEMARKER.getTemplate(template)).map(Template::getName);
    } catch (TemplateNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ReportException("Cannot read page template", template, "Correct its syntax.", e);
    }
  }

  private static String place(Exception e) {
    return e instanceof TemplateException at ? ", line " + at.getLineNumber() : "";
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Pages.class, "/templates");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.US);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
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
