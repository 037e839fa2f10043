package org.recordlake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.Failure;
import org.recordlake.testing.ProjectFolder;

/** What code asks the catalogue for instead of a table's name. */
class RolesTest {
  private static final String CUSTOMERS = "catalog/records/customers.yaml";
  private static final String CONTACTS = "catalog/records/contacts.yaml";
  private static final String PAPER = "catalog/records/paper_records.yaml";
  private static final String NAMED_BOX = "name: box, type: string, nullable: true, pii: name";
  private static final String NOTICE = "notice/usps-890-000.yaml";

  @TempDir Path conf;

  @BeforeEach
  void copyConfiguration() throws IOException {
    try (Stream<Path> files = Files.walk(ProjectFolder.conf())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = conf.resolve(ProjectFolder.conf().relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void theShippedCatalogueSaysWhoIsWho() {
    Individual individual = load().individual().orElseThrow();
    assertThat(individual.table()).isEqualTo("customers");
    assertThat(individual.column()).isEqualTo("customer_id");
    assertThat(individual.called()).isEqualTo("customer");
    assertThat(individual.numbers()).startsWith("customer_id", "uei", "duns");
  }

  @Test
  void everyRoleIsPlayedByOneTableOrNone() {
    for (Role role : Role.values()) {
      assertThat(load().withRole(role)).as(role.word()).isPresent();
    }
    replace("catalog/records/supplier_contracts.yaml", "role: contract\n", "");
    assertThat(load().withRole(Role.CONTRACT)).isEmpty();
  }

  @Test
  void aRoleThatNobodyKnowsIsRefused() {
    replace(CUSTOMERS, "role: individual", "role: emperor");
    refused(CUSTOMERS + " at role: expected one of [individual, contract,", "Correct the value");
  }

  @Test
  void twoTablesOfOneRoleAreRefused() {
    replace(
        CONTACTS, "identity: {part: reference}", "identity: {part: reference}\nrole: individual");
    refused("role: contacts is already the table with the role individual", "one of them");
  }

  @Test
  void aTableWithoutTheColumnsOfItsRoleIsRefused() {
    replace("catalog/records/poll_responses.yaml", "name: poll_title,", "name: other_title,");
    refused("at role poll_answer: there is no column 'poll_title'");
  }

  @Test
  void aDestructionListMayNameNobodyAndSomebodyMustKnowHowPaperIsDestroyed() {
    PaperIndex paper = load().paper().orElseThrow();
    assertThat(paper.key()).isEqualTo("paper_key");
    assertThat(paper.methods()).containsExactly("burning", "pulping", "shredding");
    replace(PAPER, "name: box, type: string, nullable: true, pii: none", NAMED_BOX);
    replace(PAPER, "  - {column: method, in: [burning, pulping, shredding]}\n", "");
    refused(
        PAPER + " at role paper: column 'box' is personal and would stand in destruction lists",
        PAPER + " at role paper: nothing says how paper may be destroyed");
  }

  @Test
  void rowsCannotBeLinkedWhereNothingSaysWhoIsWho() {
    replace(CUSTOMERS, "role: individual\n", "");
    refused(CONTACTS + " at identity: no table has the role individual", "or remove 'identity'");
  }

  @Test
  void whatOneIsCalledIsSaidInOnePlace() {
    replace(CONTACTS, "part: reference", "part: reference, called: contact");
    refused(CONTACTS + " at identity: 'called' and 'numbers' are said by the table with role");
  }

  @Test
  void theNoticeAndTheHoldOrdersAgreeOnWhatCanBeHeld() {
    replace(NOTICE, "award_key]", "sales_order_no]");
    refused(
        NOTICE + " at hold_scopes: no records table has a column 'sales_order_no'",
        "legal_holds.yaml at checks: scope_column may not say just what the notice's hold_scopes");
  }

  @Test
  void whatIsNeverDestroyedSaysWhy() {
    RetentionSchedule schedule = load().notice().schedule().get(0);
    assertThat(schedule.rule("A").orElseThrow().destruction().never())
        .contains("kept for the life of the record");
    assertThat(schedule.rule("R3").orElseThrow().destruction().never()).isEmpty();
  }

  private Catalog load() {
    return CatalogLoader.load(conf, "usps-890-000");
  }

  private void refused(String... words) {
    assertThatThrownBy(this::load).isInstanceOf(Failure.class).hasMessageContainingAll(words);
  }

  private void replace(String file, String text, String replacement) {
    try {
      String before = Files.readString(conf.resolve(file));
      assertThat(before).contains(text);
      Files.writeString(conf.resolve(file), before.replace(text, replacement));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
