package org.recordlake.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.Failure;

class ClericalReviewTest {
  private static final String POLL = "poll_responses M-1/r1 -> C-1 ";

  @TempDir Path folder;
  private Stored lake;

  @BeforeEach
  void oneLink() {
    lake =
        new Stored(folder)
            .customer("C-1", "customer_name=Jane Roe", "email=jane@one.example.com")
            .row(
                "poll_responses",
                "first",
                "meeting_id=M-1",
                "respondent_key=r1",
                "email=jane@one.example.com");
    lake.match();
    assertThat(lake.links()).containsExactly(POLL + "matched email");
  }

  @Test
  void aSplitLinkIsNeverMatchedAgain() {
    lake.run.run(ClericalReview.split(onlyLink().id(), "A. Person", "another Jane"));
    assertThat(lake.links()).containsExactly(POLL + "split email");
    lake.matchAll();
    assertThat(lake.links()).containsExactly(POLL + "split email");
  }

  @Test
  void aConfirmedLinkStaysAlthoughTheAddressIsNowOfTwo() {
    lake.run.run(ClericalReview.confirm(onlyLink().id(), "A. Person", "asked her"));
    lake.customer("C-2", "customer_name=Otto Poe", "email=jane@one.example.com");
    lake.matchAll();
    assertThat(lake.links()).containsExactly(POLL + "confirmed email");
  }

  @Test
  void withoutConfirmationItIsWithdrawnForAPersonToDecide() {
    lake.customer("C-2", "customer_name=Otto Poe", "email=jane@one.example.com");
    lake.matchAll();
    assertThat(lake.links())
        .containsExactly(POLL + "review email", "poll_responses M-1/r1 -> C-2 review email");
  }

  @Test
  void whatAPersonSaysIsAuditedOnceAndNamesThePerson() {
    String id = onlyLink().id();
    lake.run.run(ClericalReview.split(id, "A. Person", "another Jane"));
    lake.run.run(ClericalReview.split(id, "A. Person", "another Jane"));
    assertThat(lake.run.table("audit_log").select("operator", "command", "reason").collectAsList())
        .extracting(Object::toString)
        .containsExactly("[A. Person,identity split,another Jane]");
    assertThat(onlyLink().decidedBy()).isEqualTo("A. Person");
  }

  @Test
  void aLinkUnderAHoldIsLeftAsItIs() {
    lake.row(
        "legal_holds",
        "first",
        "scope_column=customer_id",
        "scope_value=C-1",
        "tables=all",
        "placed_on=2026-01-01");
    assertThatThrownBy(() -> lake.run.run(ClericalReview.split(onlyLink().id(), "A. Person", "x")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("legal hold");
    lake.customer("C-2", "customer_name=Otto Poe", "email=jane@one.example.com");
    lake.matchAll();
    assertThat(lake.links())
        .containsExactly(POLL + "matched email", "poll_responses M-1/r1 -> C-2 review email");
  }

  @Test
  void aLinkNobodyKnowsIsWrongUse() {
    assertThatThrownBy(() -> lake.run.run(ClericalReview.split("L-404", "A. Person", "x")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no link");
  }

  private Link onlyLink() {
    List<org.apache.spark.sql.Row> rows = lake.stored().collectAsList();
    assertThat(rows).hasSize(1);
    return Link.of(rows.get(0));
  }
}
