package org.recordlake.identity;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.recordlake.catalog.Individual;

/**
 * What becomes of one row, given the individuals it may belong to and what people said before. The
 * surest kind of evidence decides: numbers, then e-mail addresses, then a telephone with an
 * agreeing name, then similarity. It links only to one individual; where the same kind of evidence
 * points to several, a person has to look.
 */
final class LinkDecision {
  private static final int MOST_TO_REVIEW = 3;

  private final RowReference target;
  private final List<CandidatePair> candidates;
  private final Date asOf;

  private LinkDecision(RowReference target, List<CandidatePair> candidates, Date asOf) {
    this.target = target;
    this.candidates = candidates;
    this.asOf = asOf;
  }

  /**
   * @param candidates what was found for {@code target}, in any order
   * @param said links of it that people decided
   * @param asOf day of the decision
   */
  static List<Link> of(
      RowReference target,
      List<CandidatePair> candidates,
      List<Link> said,
      Date asOf,
      Individual individual) {
    boolean own = target.table().equals(individual.table());
    Set<String> apart = new HashSet<>();
    for (Link link : said) {
      if (link.status() == Link.Status.CONFIRMED && !own) {
        return List.of();
      }
      apart.add(link.individualId());
    }
    List<CandidatePair> open =
        candidates.stream()
            .filter(found -> !apart.contains(found.individualId()))
            .sorted(
                Comparator.comparingInt(
                        (CandidatePair found) -> found.method().rank(individual.numbers()))
                    .thenComparing(CandidatePair.BY_STRENGTH.reversed())
                    .thenComparing(CandidatePair::individualId))
            .toList();
    LinkDecision decision = new LinkDecision(target, open, asOf);
    return own ? decision.twins() : decision.individual();
  }

  private List<Link> individual() {
    if (candidates.stream().anyMatch(found -> found.individualId().equals(found.ownId()))) {
      return List.of();
    }
    List<CandidatePair> sure = candidates.stream().filter(this::sure).toList();
    for (int tier = 0; tier <= LinkMethod.SIMILARITY.tier(); tier++) {
      List<CandidatePair> decisive = strongest(sure, tier);
      if (decisive.size() == 1) {
        return List.of(link(decisive.get(0), Link.Status.MATCHED));
      }
      if (decisive.size() > 1) {
        return toReview(decisive);
      }
    }
    return toReview(strongest(candidates));
  }

  /** The strongest candidate of each individual in {@code tier}. */
  private static List<CandidatePair> strongest(List<CandidatePair> found, int tier) {
    return strongest(found.stream().filter(each -> each.method().tier() == tier).toList());
  }

  private static List<CandidatePair> strongest(List<CandidatePair> found) {
    Map<String, CandidatePair> best = new HashMap<>();
    found.forEach(each -> best.putIfAbsent(each.individualId(), each));
    return best.values().stream()
        .sorted(Comparator.comparing(CandidatePair::individualId))
        .toList();
  }

  /** Sure in itself and, by similarity, well ahead of every other individual. */
  private boolean sure(CandidatePair candidate) {
    return candidate.sure()
        && (!candidate.method().equals(LinkMethod.SIMILARITY)
            || candidates.stream()
                .filter(other -> !other.individualId().equals(candidate.individualId()))
                .filter(other -> other.namesAgree())
                .allMatch(other -> candidate.weight() - other.weight() >= MatchWeights.LEAD));
  }

  /** Names that many share say nothing: too many equally good ones are no list to review. */
  private List<Link> toReview(List<CandidatePair> found) {
    List<CandidatePair> ranked =
        found.stream()
            .sorted(
                Comparator.comparing(CandidatePair::weight)
                    .reversed()
                    .thenComparing(CandidatePair::individualId))
            .toList();
    boolean vague =
        ranked.size() > MOST_TO_REVIEW
            && ranked.get(0).weight() - ranked.get(MOST_TO_REVIEW).weight() < MatchWeights.LEAD;
    return ranked.stream()
        .limit(vague ? 0 : MOST_TO_REVIEW)
        .map(each -> link(each, Link.Status.REVIEW))
        .toList();
  }

  /** Individuals who are the same as this one; each pair is judged by itself. */
  private List<Link> twins() {
    return strongest(candidates).stream()
        .flatMap(first -> twin(evidenceAbout(first.individualId())))
        .toList();
  }

  private List<CandidatePair> evidenceAbout(String individualId) {
    return candidates.stream().filter(each -> each.individualId().equals(individualId)).toList();
  }

  private Stream<Link> twin(List<CandidatePair> evidence) {
    CandidatePair first = evidence.get(0);
    boolean number = first.method().number();
    boolean agree = evidence.stream().anyMatch(CandidatePair::namesAgree);
    double weight = evidence.stream().mapToDouble(CandidatePair::weight).max().orElse(0);
    boolean same = (agree && number) || evidence.stream().anyMatch(CandidatePair::oneParty);
    boolean doubtful = number || (agree && weight >= MatchWeights.LOWER);
    return same
        ? Stream.of(link(first, Link.Status.MATCHED))
        : doubtful ? Stream.of(link(first, Link.Status.REVIEW)) : Stream.of();
  }

  /** With the evidence of every key that points to the same individual. */
  private Link link(CandidatePair decisive, Link.Status status) {
    List<String> words = new ArrayList<>();
    double weight = decisive.weight();
    for (CandidatePair each : evidenceAbout(decisive.individualId())) {
      if (!each.method().equals(LinkMethod.SIMILARITY)) {
        words.add(each.method().code() + (each.alone() ? "" : "=shared"));
      }
      weight = Math.max(weight, each.weight());
    }
    words.add(decisive.words());
    return new Link(
        target,
        decisive.individualId(),
        decisive.method(),
        String.join(" ", words.stream().filter(Objects::nonNull).distinct().toList()),
        Math.round(weight * 100) / 100.0,
        status,
        asOf,
        Link.MATCHER);
  }
}
