package org.recordlake.insights.value;

/** Few enough different histories to lie in the driver's memory. */
record CollectedHistories(double[][] histories) implements Histories {
  @Override
  public double total(LogLikelihood term) {
    return Histories.sum(histories, term);
  }

  @Override
  public long size() {
    return histories.length;
  }

  @Override
  public void close() {}
}
