package org.recordlake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {
  private static final String EMAIL = LinkMethod.EMAIL.key("info@x.example.com");
  private static final String NAME = "block:name:books harbor";

  @Test
  void aBlockUpToItsLimitComparesEveryPairOnce() {
    Block block = new Block(NAME);
    int pairs = 0;
    for (int i = 0; i < Block.MOST; i++) {
      pairs += block.take(customer(i)).size();
    }
    assertThat(pairs + block.close().size()).isEqualTo(Block.MOST * (Block.MOST - 1) / 2);
    assertThat(block.tooLarge()).isFalse();
  }

  @Test
  void aBlockOverItsLimitComparesNobody() {
    Block block = new Block(NAME);
    int pairs = 0;
    for (int i = 0; i <= Block.MOST; i++) {
      pairs += block.take(customer(i)).size();
    }
    pairs += block.take(seeker("U-1", NAME)).size();
    assertThat(pairs + block.close().size()).isZero();
    assertThat(block.tooLarge()).isTrue();
  }

  @Test
  void manyRowsOfOneCustomerDoNotMakeAnAddressShared() {
    Block block = new Block(EMAIL);
    for (int i = 0; i < 500; i++) {
      block.take(
          new BlockingRecord(
              EMAIL, false, true, "C-1", target("event_registrations", "G-" + i), features()));
    }
    assertThat(block.take(seeker("U-1", EMAIL)))
        .singleElement()
        .satisfies(found -> assertThat(found.alone()).isTrue());
  }

  @Test
  void aSeekerThatComesTwiceCountsOnce() {
    Block block = new Block(EMAIL);
    block.take(
        new BlockingRecord(EMAIL, true, true, "C-1", target("customers", "C-1"), features()));
    assertThat(block.take(seeker("U-1", EMAIL))).hasSize(1);
    assertThat(block.take(seeker("U-1", EMAIL))).isEmpty();
  }

  private static BlockingRecord customer(int number) {
    String id = String.format(java.util.Locale.ROOT, "C-%04d", number);
    return new BlockingRecord(NAME, true, true, id, target("customers", id), features());
  }

  private static BlockingRecord seeker(String id, String key) {
    return new BlockingRecord(
        key, true, false, "", target("publication_subscriptions", id), features());
  }

  private static Features features() {
    return new Features(
        PartyName.of("Harbor Books"), StreetAddress.of("12 Canal St", null), Locality.NONE, "", "");
  }

  private static RowReference target(String table, String key) {
    return new RowReference(table, key, List.of(), null);
  }
}
