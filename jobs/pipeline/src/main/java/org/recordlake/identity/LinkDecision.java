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

/**
 * What becomes of one row, given the customers it may belong to and what people said before. The
 * surest kind of evidence decides: numbers, then e-mail addresses, then a telephone with an
 * agreeing name, then similarity. It links only to one customer; where the same kind of evidence
 * points to several, a person has to look.
 */
final class LinkDecision {
  private static final String CUSTOMERS = "customers";
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
      RowReference target, List<CandidatePair> candidates, List<Link> said, Date asOf) {
    Set<String> apart = new HashSet<>();
    for (Link link : said) {
      if (link.status() == Link.Status.CONFIRMED && !target.table().equals(CUSTOMERS)) {
        return List.of();
      }
      apart.add(link.customerId());
    }
    List<CandidatePair> open =
        candidates.stream()
            .filter(found -> !apart.contains(found.customerId()))
            .sorted(
                Comparator.comparing(CandidatePair::method)
                    .thenComparing(CandidatePair.BY_STRENGTH.reversed())
                    .thenComparing(CandidatePair::customerId))
            .toList();
    LinkDecision decision = new LinkDecision(target, open, asOf);
    return target.table().equals(CUSTOMERS) ? decision.twins() : decision.customer();
  }

  private List<Link> customer() {
    if (candidates.stream().anyMatch(found -> found.customerId().equals(found.ownId()))) {
      return List.of();
    }
    List<CandidatePair> sure = candidates.stream().filter(this::sure).toList();
    for (int tier = 0; tier <= tier(LinkMethod.SIMILARITY); tier++) {
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

  private static int tier(LinkMethod method) {
    return method.number()
        ? 0
        : switch (method) {
          case EMAIL -> 1;
          case MAILBOX -> 2;
          case PHONE -> 3;
          default -> 4;
        };
  }

  /** The strongest candidate of each customer in {@code tier}. */
  private static List<CandidatePair> strongest(List<CandidatePair> found, int tier) {
    return strongest(found.stream().filter(each -> tier(each.method()) == tier).toList());
  }

  private static List<CandidatePair> strongest(List<CandidatePair> found) {
    Map<String, CandidatePair> best = new HashMap<>();
    found.forEach(each -> best.putIfAbsent(each.customerId(), each));
    return best.values().stream().sorted(Comparator.comparing(CandidatePair::customerId)).toList();
  }

  /** Sure in itself and, by similarity, well ahead of every other customer. */
  private boolean sure(CandidatePair candidate) {
    return candidate.sure()
        && (candidate.method() != LinkMethod.SIMILARITY
            || candidates.stream()
                .filter(other -> !other.customerId().equals(candidate.customerId()))
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
                    .thenComparing(CandidatePair::customerId))
            .toList();
    boolean vague =
        ranked.size() > MOST_TO_REVIEW
            && ranked.get(0).weight() - ranked.get(MOST_TO_REVIEW).weight() < MatchWeights.LEAD;
    return ranked.stream()
        .limit(vague ? 0 : MOST_TO_REVIEW)
        .map(each -> link(each, Link.Status.REVIEW))
        .toList();
  }

  /** Customers who are the same as this one; each pair is judged by itself. */
  private List<Link> twins() {
    return strongest(candidates).stream()
        .flatMap(first -> twin(evidenceAbout(first.customerId())))
        .toList();
  }

  private List<CandidatePair> evidenceAbout(String customerId) {
    return candidates.stream().filter(each -> each.customerId().equals(customerId)).toList();
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

  /** With the evidence of every key that points to the same customer. */
  private Link link(CandidatePair decisive, Link.Status status) {
    List<String> words = new ArrayList<>();
    double weight = decisive.weight();
    for (CandidatePair each : evidenceAbout(decisive.customerId())) {
      if (each.method() != LinkMethod.SIMILARITY) {
        words.add(each.method().code() + (each.alone() ? "" : "=shared"));
      }
      weight = Math.max(weight, each.weight());
    }
    words.add(decisive.words());
    return new Link(
        target,
        decisive.customerId(),
        decisive.method(),
        String.join(" ", words.stream().filter(Objects::nonNull).distinct().toList()),
        Math.round(weight * 100) / 100.0,
        status,
        asOf,
        Link.MATCHER);
  }
}
