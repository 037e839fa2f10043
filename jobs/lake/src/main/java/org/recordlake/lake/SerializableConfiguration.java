package org.recordlake.lake;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** How to reach the storage of the lake, in a form that tasks can take with them. */
public final class SerializableConfiguration implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient Configuration value;

  private SerializableConfiguration(Configuration value) {
    this.value = value;
  }

  public static SerializableConfiguration of(SparkSession spark) {
    return of(spark.sparkContext().hadoopConfiguration());
  }

  public static SerializableConfiguration of(Configuration value) {
    return new SerializableConfiguration(value);
  }

  public Configuration value() {
    return value;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    value.write(out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    value = new Configuration(false);
    value.readFields(in);
  }
}
