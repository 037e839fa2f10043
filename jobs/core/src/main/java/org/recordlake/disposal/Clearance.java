package org.recordlake.disposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.catalog.RetentionRule.Destruction;

/**
 * What was given so far for a disposal, held against what the schedule asks for before it.
 *
 * @param noticedOn day of its disposal notice; the first day it stands
 * @param approvedBy who approved it
 */
public record Clearance(Destruction asked, Optional<LocalDate> noticedOn, List<String> approvedBy) {
  /** Days people have to destroy paper that is listed, before it counts as overdue. */
  public static final int DAYS_FOR_PAPER = 30;

  public Clearance {
    approvedBy = List.copyOf(approvedBy);
  }

  /** Nothing was given yet. */
  public static Clearance none(Destruction asked) {
    return new Clearance(asked, Optional.empty(), List.of());
  }

  /** First day on which a notice of {@code noticedOn} has stood for as long as it must. */
  public static LocalDate stoodOn(Destruction asked, LocalDate noticedOn) {
    return noticedOn.plusDays(asked.noticeDays());
  }

  /** What may happen to it on {@code asOf}. */
  public DisposalEligibility on(LocalDate asOf) {
    DisposalEligibility without = DisposalEligibility.under(asked);
    return without == DisposalEligibility.AWAITS_APPROVAL && missing(asOf).isEmpty()
        ? DisposalEligibility.ELIGIBLE
        : without;
  }

  /** Whether there is a notice that has still days to stand. */
  public boolean stands(LocalDate asOf) {
    return noticedOn.filter(day -> asOf.isBefore(stoodOn(asked, day))).isPresent();
  }

  /** Whether all who must approve did. */
  public boolean isApproved() {
    return approvedBy.size() >= asked.approvals();
  }

  /** Whether {@code name} stands among {@code names}, however it is spaced or capitalised. */
  public static boolean isAmong(List<String> names, String name) {
    return names.stream().map(NormalText::folded).anyMatch(NormalText.folded(name)::equals);
  }

  /** What still stands in the way on {@code asOf}, in words; nothing where nothing does. */
  public List<String> missing(LocalDate asOf) {
    List<String> parts = new ArrayList<>();
    if (noticedOn.isEmpty()) {
      if (asked.noticeDays() > 0) {
        parts.add("a notice standing %d days".formatted(asked.noticeDays()));
      }
      if (asked.approvals() > 0) {
        parts.add(asked.approvals() == 1 ? "1 approval" : asked.approvals() + " approvals");
      }
      return parts;
    }
    LocalDate stood = stoodOn(asked, noticedOn.get());
    if (asOf.isBefore(stood)) {
      parts.add("its notice standing until " + stood.minusDays(1));
    }
    if (!isApproved()) {
      parts.add("%d of %d approvals".formatted(approvedBy.size(), asked.approvals()));
    }
    return parts;
  }
}
