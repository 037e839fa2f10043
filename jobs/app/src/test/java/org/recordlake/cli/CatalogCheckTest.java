package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ProjectFolder;

/** The shipped catalogue with one thing broken at a time. */
class CatalogCheckTest {
  private static final String EVENTS = "catalog/records/events.yaml";

  @TempDir Path folder;

  @BeforeEach
  void copyConfiguration() throws IOException {
    try (Stream<Path> files = Files.walk(ProjectFolder.conf())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = conf(ProjectFolder.conf().relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void theShippedCatalogueIsSound() {
    Cli.Answer answer = check();
    assertThat(answer.code()).isZero();
    assertThat(answer.results())
        .startsWith("The catalogue is sound: ")
        .contains("records", "USPS 890.000");
  }

  @Test
  void aTableWithoutRetentionIsRefused() {
    replace(EVENTS, "(?s)retention:.*", "");
    refused(EVENTS, "at retention", "missing", "Name a rule of the notice's schedule");
  }

  @Test
  void aColumnWithoutPiiIsRefused() {
    replace(EVENTS, "(name: venue, type: string, nullable: true), pii: none", "$1");
    refused(EVENTS, "at columns[5].pii", "missing", "Say what the column tells of a person");
  }

  @Test
  void aPersonalColumnInFileStatisticsIsRefused() {
    replace("catalog/records/customers.yaml", "statistics: \\[", "statistics: [customer_name, ");
    refused(
        "catalog/records/customers.yaml",
        "at statistics",
        "'customer_name' is personal and would reach the Delta log",
        "Remove it");
  }

  @Test
  void clusteringByAPersonalColumnIsRefused() {
    replace("catalog/records/customers.yaml", "cluster_by: \\[", "cluster_by: [customer_id, ");
    refused(
        "catalog/records/customers.yaml",
        "at cluster_by",
        "'customer_id' is personal",
        "only columns with pii: none");
  }

  @Test
  void aConsentThatCannotBeLookedUpIsRefused() {
    String media = "catalog/records/meeting_media.yaml";
    replace(media, "  column: camera_on\\n  spell", "  column: email\n  spell");
    refused(media, "at consent.column", "column 'email' is no flag", "Name a boolean one");
    replace(media, "  column: email\\n  spell", "  column: mood\n  spell");
    refused(
        media, "at consent", "there is no column 'mood' in meeting_participants", "Use one of its");
    replace(media, "  table: meeting_participants", "  table: nowhere");
    refused(media, "at consent.table", "there is no other table 'nowhere'", "Name the table");
    replace(media, "unnamed: \\[recording\\]", "unnamed: [painting]");
    refused(media, "at consent.unnamed", "names a value that is never asked", "Use values of");
  }

  @Test
  void aRetentionTriggerThatDoesNotExistIsRefused() {
    replace(EVENTS, "trigger: \\{column: \\w+", "trigger: {column: day_of_doom");
    refused(
        EVENTS,
        "at retention.trigger",
        "there is no column 'day_of_doom' in events",
        "Name a date or timestamp column");
  }

  @Test
  void aTriggerOfAnotherTableThatDoesNotExistIsRefused() {
    String payments = "catalog/records/payments.yaml";
    replace(payments, "relationship_ended_on", "day_of_doom");
    refused(
        payments,
        "at retention.trigger",
        "there is no column 'day_of_doom' in customers",
        "Name a date or timestamp column of customers");
  }

  @Test
  void aCategoryOfTheNoticeWithoutATableIsRefused() throws IOException {
    Files.delete(conf("catalog/records/payments.yaml"));
    refused(
        "notice/usps-890-000.yaml",
        "at categories",
        "category 6 (Payment information) has no table",
        "Add a file in conf/catalog/records with category: 6");
  }

  @Test
  void aMartThatReadsWhatBelongsToNoCustomerCannotBeIncremental() {
    String mart = "catalog/marts/service_mix.yaml";
    replace(mart, "reads: \\[service_usage\\]", "reads: [service_usage, customer_value, events]");
    replace(mart, "key: customer_key\\}", "key: month}");
    refused(mart, "at incremental.by", "customer_value is no records table", "rebuilt whole");
    refused(mart, "at incremental.by", "events is no records table with a column 'customer_id'");
    refused(mart, "at incremental.key", "'month' is no pseudonym column of the mart");
  }

  @Test
  void aKeyNobodyKnowsIsRefused() {
    replace(EVENTS, "grain:", "retentoin: []\ngrain:");
    refused(EVENTS, "at retentoin", "unknown key", "Remove it, or use one of");
  }

  @Test
  void malformedYamlIsRefused() {
    replace(EVENTS, "grain:", "grain: [\ngrain2:");
    refused(EVENTS, "is not valid YAML near line", "Check indentation, quotes");
  }

  @Test
  void twoTablesOfOneNameAreRefused() throws IOException {
    Files.copy(conf(EVENTS), conf("catalog/governance/events.yaml"));
    refused(
        "catalog/governance/events.yaml",
        "at name",
        "another table is already called 'events'",
        "Give each table a name of its own");
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    replace(EVENTS, "(?s)retention:.*", "");
    replace("catalog/records/customers.yaml", "statistics: \\[", "statistics: [customer_name, ");
    replace("catalog/marts/customer_value.yaml", "grain:", "grian: x\ngrain:");
    Files.delete(conf("catalog/records/payments.yaml"));
    Cli.Answer answer = check();
    assertThat(answer.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(answer.messages())
        .contains("events.yaml at retention")
        .contains("customers.yaml at statistics")
        .contains("customer_value.yaml at grian")
        .contains("category 6");
  }

  private void refused(String file, String... words) {
    Cli.Answer answer = check();
    assertThat(answer.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(answer.results()).isEmpty();
    assertThat(answer.messages().lines())
        .as(answer.messages())
        .anySatisfy(line -> assertThat(line).contains(conf(file).toString()).contains(words));
  }

  private Cli.Answer check() {
    return new Cli(folder, List.of())
        .run("catalog", "check", "--conf", conf("recordlake.yaml").toString());
  }

  private void replace(String file, String regex, String replacement) {
    try {
      String text = Files.readString(conf(file));
      String changed = text.replaceFirst(regex, replacement);
      assertThat(changed).as("the test's change to " + file).isNotEqualTo(text);
      Files.writeString(conf(file), changed);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path conf(String file) {
    return folder.resolve("conf").resolve(file);
  }
}
