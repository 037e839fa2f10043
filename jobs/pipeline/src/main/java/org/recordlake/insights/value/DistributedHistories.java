package org.recordlake.insights.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Histories kept in the executors, one sorted block for each partition. A sum is one small job
 * whose tasks send one number each; these are added in the order of the partitions, so that the
 * same rows always give the same sum to the last bit.
 */
record DistributedHistories(JavaRDD<double[][]> blocks, long size) implements Histories {
  static DistributedHistories of(Dataset<Row> groups) {
    Column[] columns = Arrays.stream(groups.columns()).map(functions::col).toArray(Column[]::new);
    JavaRDD<double[][]> blocks =
        groups
            .repartition(columns)
            .toJavaRDD()
            .mapPartitions(
                rows -> {
                  List<Row> block = new ArrayList<>();
                  rows.forEachRemaining(block::add);
                  return List.<double[][]>of(Histories.sorted(block)).iterator();
                })
            .persist(StorageLevel.MEMORY_AND_DISK());
    long size = sum(blocks.map(block -> (double) block.length).collect()).longValue();
    return new DistributedHistories(blocks, size);
  }

  @Override
  public double total(LogLikelihood term) {
    return sum(blocks.map(block -> Histories.sum(block, term)).collect());
  }

  @Override
  public void close() {
    blocks.unpersist();
  }

  private static Double sum(List<Double> sums) {
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    return sum;
  }
}
