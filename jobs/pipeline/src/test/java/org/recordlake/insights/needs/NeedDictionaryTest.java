package org.recordlake.insights.needs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.testing.ProjectFolder;

/** The shipped dictionary on sentences of customers. */
class NeedDictionaryTest {
  private final NeedDictionary dictionary = NeedRules.load(ProjectFolder.conf()).dictionary();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We need a cheaper way to send invoices by letter.|letter_mail",
        "Looking for certified   letters with return receipts|certified_mail",
        "EXPORT to Québec: customs forms|international",
        "p.o. box near the shop|po_box",
        "Parcel returns|returns",
        "Two- and three-day parcels|expedited_parcel",
        "Need our address list checked for moves.|address_quality"
      })
  void namesTheService(String said, String service) {
    assertThat(dictionary.services(said)).containsExactly(service);
  }

  @Test
  @DisplayName("a phrase counts as whole words only, whatever stands around it")
  void wholeWords() {
    assertThat(dictionary.services("an unexpressed wish for preregistered mailings")).isEmpty();
    assertThat(dictionary.services("flyers, postcards: both")).containsExactly("advertising_mail");
  }

  @Test
  @DisplayName("a negation counts for what follows it in its sentence, and not for the next one")
  void negations() {
    assertThat(dictionary.services("We do not need overnight.")).isEmpty();
    assertThat(dictionary.services("We do not need overnight. Returns, please."))
        .containsExactly("returns");
    assertThat(dictionary.services("Overnight is what we need, no more waiting"))
        .containsExactly("overnight");
    assertThat(
            dictionary.services(
                "They already have a carrier for all that leaves the house each day by overnight"))
        .containsExactly("overnight");
  }

  @Test
  @DisplayName("only answers to questions that ask for a wish state needs")
  void questions() {
    assertThat(dictionary.asksForNeeds("Which service would help you most next year?")).isTrue();
    assertThat(dictionary.asksForNeeds("Which carriers do you use today?")).isFalse();
  }
}
