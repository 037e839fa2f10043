package org.recordlake.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parties that share one key, as they come by: reference records first, then those that only
 * seek. A block with more than {@link #MOST} reference records pairs nobody, so the work never
 * grows with the square of the parties; those it passes over can still be compared under another
 * key.
 */
final class Block {
  /** Reference records up to which a block is looked into. */
  static final int MOST = 60;

  /** Individuals up to which a shared number or address is worth a look. */
  static final int MOST_SHARERS = 3;

  /** Parties of one individual that are compared; a hundred orders tell no more than eight. */
  private static final int MOST_OF_ONE = 8;

  private final String key;
  private final Optional<LinkMethod> sure;
  private final Map<String, List<BlockingRecord>> reference = new LinkedHashMap<>();
  private int size;
  private boolean tooLarge;
  private boolean paired;
  private Optional<RowReference> last = Optional.empty();

  Block(String key) {
    this.key = key;
    this.sure = LinkMethod.ofKey(key);
  }

  String key() {
    return key;
  }

  /** Whether it is no shared number or address and was passed over for its size. */
  boolean tooLarge() {
    return tooLarge && sure.isEmpty();
  }

  /** The pairs that {@code party} completes; a row that comes twice in a row counts once. */
  List<CandidatePair> take(BlockingRecord party) {
    if (last.filter(party.where()::sameRowAs).isPresent()) {
      return List.of();
    }
    last = Optional.of(party.where());
    if (party.isReference()) {
      add(party);
      return List.of();
    }
    List<CandidatePair> pairs = new ArrayList<>(close());
    pairs.addAll(candidates(party, reference.keySet().stream()));
    return pairs;
  }

  /** The pairs among individuals, once no more reference records come. */
  List<CandidatePair> close() {
    if (paired) {
      return List.of();
    }
    paired = true;
    return reference.values().stream()
        .flatMap(List::stream)
        .filter(BlockingRecord::isSeeking)
        .flatMap(individual -> candidates(individual, earlier(individual)).stream())
        .toList();
  }

  private void add(BlockingRecord party) {
    List<BlockingRecord> ofOne =
        reference.computeIfAbsent(party.individualId(), id -> new ArrayList<>());
    if (ofOne.size() < MOST_OF_ONE) {
      ofOne.add(party);
      size++;
    }
    boolean full = sure.isPresent() ? reference.size() > MOST_SHARERS : size > MOST;
    tooLarge = tooLarge || full;
    if (tooLarge) {
      reference.clear();
    }
  }

  /** Of two individuals the one with the earlier number stands. */
  private Stream<String> earlier(BlockingRecord individual) {
    return reference.keySet().stream().filter(id -> id.compareTo(individual.individualId()) < 0);
  }

  private List<CandidatePair> candidates(BlockingRecord seeker, Stream<String> individuals) {
    if (tooLarge) {
      return List.of();
    }
    return individuals
        .flatMap(id -> reference.get(id).stream())
        .map(known -> compared(seeker, known))
        .collect(
            java.util.stream.Collectors.toMap(
                CandidatePair::individualId, found -> found, Block::better, LinkedHashMap::new))
        .values()
        .stream()
        .filter(CandidatePair::worthALook)
        .toList();
  }

  private CandidatePair compared(BlockingRecord seeker, BlockingRecord known) {
    return new CandidatePair(
        seeker.where(),
        seeker.individualId(),
        known.individualId(),
        sure.orElse(LinkMethod.SIMILARITY),
        sure.isPresent() ? reference.size() : 1,
        CandidatePair.Evidence.of(ComparisonVector.of(seeker.features(), known.features())));
  }

  private static CandidatePair better(CandidatePair one, CandidatePair other) {
    return CandidatePair.BY_STRENGTH.compare(one, other) >= 0 ? one : other;
  }
}
