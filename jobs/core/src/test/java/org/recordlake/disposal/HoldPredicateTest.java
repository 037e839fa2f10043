package org.recordlake.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.testing.ProjectFolder;

class HoldPredicateTest {
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private static final HoldTerm EVERYWHERE = new HoldTerm.Tables(List.of("all"));

  @Test
  void termsAreReadInTheirOrder() throws Exception {
    assertThat(
            where(" host_email \"Ana@B.gov\"  and date 2025-01-01..2025-03-31 AND category 9 ")
                .terms())
        .containsExactly(
            new HoldTerm.Named("host_email", "Ana@B.gov"),
            new HoldTerm.Dates(
                Optional.of(LocalDate.of(2025, 1, 1)), Optional.of(LocalDate.of(2025, 3, 31))),
            new HoldTerm.Category("9"),
            EVERYWHERE);
  }

  @Test
  void aQuotedValueMayHoldSpacesQuotesAndTheWordAnd() throws Exception {
    assertThat(where("host_name \"Ana and \"\"Bo\"\" Diaz\"").terms())
        .containsExactly(new HoldTerm.Named("host_name", "Ana and \"Bo\" Diaz"), EVERYWHERE);
  }

  @Test
  void anAddressIsReadInSmallLetters() throws Exception {
    assertThat(where("email ANA@B.gov").subjects())
        .containsExactly(new HoldTerm.Email("ana@b.gov"));
  }

  @Test
  void aRangeOfDaysMayBeOpenOrOneDay() throws Exception {
    LocalDate day = LocalDate.of(2025, 1, 1);
    assertThat(where("date 2025-01-01..").dates())
        .containsExactly(new HoldTerm.Dates(Optional.of(day), Optional.empty()));
    assertThat(where("date ..2025-01-01").dates())
        .containsExactly(new HoldTerm.Dates(Optional.empty(), Optional.of(day)));
    assertThat(where("date 2025-01-01").dates())
        .containsExactly(new HoldTerm.Dates(Optional.of(day), Optional.of(day)));
  }

  @Test
  void ordersAsTheyWereGivenBeforeAreUnderstoodAsBefore() throws Exception {
    HoldPredicate meeting =
        HoldPredicate.of(
            new Hold.Scope("meeting_id", "M and 1", "meetings, chat_messages"), CATALOG);
    assertThat(meeting.terms())
        .containsExactly(
            new HoldTerm.Named("meeting_id", "M and 1"),
            new HoldTerm.Tables(List.of("meetings", "chat_messages")));
    assertThat(meeting.tables(CATALOG))
        .extracting(table -> table.name())
        .containsExactlyInAnyOrder("meetings", "chat_messages");
    assertThat(HoldPredicate.of(new Hold.Scope("table", "all", "all"), CATALOG).terms())
        .containsExactly(EVERYWHERE);
  }

  @Test
  void categoryAndTableLimitWhichTablesAreMeant() throws Exception {
    assertThat(where("category 10").tables(CATALOG))
        .extracting(table -> table.name())
        .containsExactly("device_usage");
    HoldPredicate payments = where("table payments and email ana@b.gov");
    assertThat(payments.admits(CATALOG.table("payments"))).isTrue();
    assertThat(payments.admits(CATALOG.table("customers"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "secret | word 1 of its scope is followed by no value",
        "email | word 1 of its scope is followed by no value",
        "\"email\" ana@b.gov | word 1 of its scope is followed by no value",
        "email ana@b.gov or category 9 | word 3 of its scope is not an 'and' between terms",
        "email ana@b.gov and | word 3 of its scope is not an 'and' between terms",
        "host_name \"secret | a quotation mark of its scope stands alone",
        "host_name sec\"ret\" | a quotation mark of its scope stands alone",
        "secret value | a word of its scope is no column a hold can be laid on",
        "topic secret | a word of its scope is no column a hold can be laid on",
        "host_name \"\" | it names no value",
        "email secret | what follows 'email' in its scope is no e-mail address",
        "date secret | word 2 of its scope is no day or range such as 2025-01-01..2025-03-31",
        "date .. | word 2 of its scope is no day or range such as 2025-01-01..2025-03-31",
        "date 2025-02-30 | word 2 of its scope is no day or range such as 2025-01-01..2025-03-31",
        "date 2025-03-31..2025-01-01 | the last day of its scope is before the first",
        "category secret | the notice does not have the category of its scope",
        "table secret | it names a table the catalogue does not have",
        "table customer_value | it names a table the catalogue does not have",
        "table payments and category 9 | no table fits all of its terms",
        "'' | its scope is empty"
      })
  void whatIsNotUnderstoodIsSaidByPlaceAndWithoutItsValues(String scope, String why) {
    assertThatThrownBy(() -> where(scope))
        .isInstanceOf(HoldPredicate.Unreadable.class)
        .hasMessage(why);
    assertThat(why).doesNotContain("secret");
  }

  @Test
  void aScopeColumnOfAnotherVersionIsNotUnderstood() {
    assertThatThrownBy(() -> HoldPredicate.of(new Hold.Scope("postal_route", "7", "all"), CATALOG))
        .isInstanceOf(HoldPredicate.Unreadable.class)
        .hasMessage("its scope column is none of the notice's hold_scopes");
    assertThatThrownBy(() -> HoldPredicate.of(new Hold.Scope("meeting_id", "7", "x"), CATALOG))
        .hasMessage("it names a table the catalogue does not have");
  }

  private static HoldPredicate where(String text) throws HoldPredicate.Unreadable {
    return HoldPredicate.of(new Hold.Scope("where", text, "all"), CATALOG);
  }
}
