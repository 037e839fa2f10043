package org.recordlake.insights.affinity;

import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * Up to {@link #LARGEST} services as one number, small enough to count millions of them in a hash
 * table: 14 bits for each service in rising order, the first lowest, and the basis above them.
 */
final class ServiceSet {
  static final int LARGEST = 4;

  /** One more than the greatest number of a service. */
  static final int SERVICES = (1 << 14) - 1;

  private static final int BITS = 14;
  private static final int BASIS = BITS * LARGEST;

  private ServiceSet() {}

  static long empty(Basis basis) {
    return (long) basis.ordinal() << BASIS;
  }

  static Basis basis(long set) {
    return Basis.values()[(int) (set >>> BASIS)];
  }

  static long single(Basis basis, int service) {
    return with(empty(basis), 0, service);
  }

  /** The services of {@code set} in rising order. */
  static int[] services(long set) {
    int size = size(set);
    int[] services = new int[size];
    for (int i = 0; i < size; i++) {
      services[i] = at(set, i);
    }
    return services;
  }

  static int size(long set) {
    int size = 0;
    while (size < LARGEST && at(set, size) >= 0) {
      size++;
    }
    return size;
  }

  /** {@code set} less the service at {@code place}. */
  static long without(long set, int place) {
    long rest = empty(basis(set));
    int size = size(set);
    int next = 0;
    for (int i = 0; i < size; i++) {
      if (i != place) {
        rest = with(rest, next++, at(set, i));
      }
    }
    return rest;
  }

  /**
   * Hands on every set of {@code size} services out of {@code from}, rising, all of whose subsets
   * one smaller are {@code frequent}: no other set can be frequent itself (Agrawal and Srikant
   * 1994, Fast Algorithms for Mining Association Rules).
   */
  static void each(Basis basis, int[] from, int size, LongPredicate frequent, LongConsumer to) {
    extend(empty(basis), 0, from, 0, size, frequent, to);
  }

  private static void extend(
      long set,
      int length,
      int[] from,
      int next,
      int size,
      LongPredicate frequent,
      LongConsumer to) {
    if (length == size) {
      if (subsetsAre(frequent, set, size)) {
        to.accept(set);
      }
      return;
    }
    for (int i = next; i <= from.length - (size - length); i++) {
      extend(with(set, length, from[i]), length + 1, from, i + 1, size, frequent, to);
    }
  }

  private static boolean subsetsAre(LongPredicate frequent, long set, int size) {
    for (int place = 0; place < size; place++) {
      if (!frequent.test(without(set, place))) {
        return false;
      }
    }
    return true;
  }

  private static long with(long set, int place, int service) {
    return set | (service + 1L) << (BITS * place);
  }

  private static int at(long set, int place) {
    return (int) (set >>> (BITS * place) & SERVICES) - 1;
  }
}
