package org.recordlake.identity;

import java.sql.Date;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The row a link is about.
 *
 * @param table records table
 * @param key values of the key that tells one person in the table from another, joined by slashes
 * @param meetingId meeting it belongs to; null outside meetings. This and the next three let a hold
 *     on them cover the link
 * @param date day from which the row's own period runs; null if it has not begun
 */
record RowReference(
    String table,
    String key,
    String meetingId,
    String eventId,
    String campaignId,
    String awardKey,
    Date date) {
  static final StructType SCHEMA =
      new StructType()
          .add("table_name", DataTypes.StringType)
          .add("row_key", DataTypes.StringType)
          .add("meeting_id", DataTypes.StringType)
          .add("event_id", DataTypes.StringType)
          .add("campaign_id", DataTypes.StringType)
          .add("award_key", DataTypes.StringType)
          .add("row_date", DataTypes.DateType);

  /** From the first columns of {@code row}. */
  static RowReference of(Row row) {
    return new RowReference(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getDate(6));
  }

  Row row() {
    return RowFactory.create(table, key, meetingId, eventId, campaignId, awardKey, date);
  }

  boolean sameRowAs(RowReference other) {
    return table.equals(other.table) && key.equals(other.key);
  }
}
