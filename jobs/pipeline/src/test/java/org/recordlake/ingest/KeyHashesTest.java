package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.recordlake.testing.SharedSpark;

class KeyHashesTest {
  private static final List<Long> MANY = new Random(5).longs(60_000).distinct().boxed().toList();

  @Test
  void hashesThatOccurOnceNeitherRepeatNorMeetOthers() {
    assertThat(KeyHashes.of(hashes(MANY), 10L << 22).repeatOrMeet(hashes(List.of(7L)))).isFalse();
    assertThat(KeyHashes.of(hashes(List.of()), 0).repeatOrMeet(hashes(List.of()))).isFalse();
  }

  @Test
  void oneHashTwiceAmongManyIsFoundInWhateverTasks() {
    Dataset<Row> twice = hashes(MANY).union(hashes(List.of(MANY.get(31))));
    assertThat(KeyHashes.of(twice, 60_000).repeatOrMeet(hashes(List.of()))).isTrue();
    assertThat(KeyHashes.of(twice, 60_000).meet(hashes(List.of(7L)))).isFalse();
  }

  @Test
  void oneHashAmongTheOthersIsFound() {
    for (long wanted : LongStream.of(MANY.get(0), MANY.get(59_000)).toArray()) {
      assertThat(KeyHashes.of(hashes(MANY), 60_000).meet(hashes(List.of(7L, wanted)))).isTrue();
    }
  }

  private static Dataset<Row> hashes(List<Long> hashes) {
    return SharedSpark.session().createDataset(hashes, Encoders.LONG()).repartition(3).toDF();
  }
}
