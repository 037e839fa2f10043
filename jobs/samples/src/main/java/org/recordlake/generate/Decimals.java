package org.recordlake.generate;

import java.math.BigDecimal;

/** Decimal numbers that print alike everywhere, unlike doubles. */
final class Decimals {
  private Decimals() {}

  static BigDecimal of(double value, int scale) {
    return BigDecimal.valueOf(StrictMath.round(value * StrictMath.pow(10, scale)), scale);
  }

  static BigDecimal cents(double value) {
    return of(value, 2);
  }
}
