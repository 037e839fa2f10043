package org.recordlake.schedule;

import java.sql.Date;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.recordlake.disposal.Hold;

/** Legal holds as rows of {@code governance.legal_holds}. */
public final class HoldRows {
  private HoldRows() {}

  public static Hold hold(Row row) {
    return new Hold(
        row.getAs("hold_id"),
        row.getAs("matter"),
        new Hold.Scope(row.getAs("scope_column"), row.getAs("scope_value"), row.getAs("tables")),
        Optional.ofNullable(row.getAs("reason")),
        act(row, "placed"),
        act(row, "acknowledged"),
        act(row, "released"));
  }

  public static Row row(Hold hold) {
    return RowFactory.create(
        hold.id(),
        hold.matter(),
        hold.scope().column(),
        hold.scope().value(),
        hold.scope().tables(),
        hold.reason().orElse(null),
        day(hold.placed()),
        hold.placed().by().orElse(null),
        day(hold.acknowledged()),
        hold.acknowledged().by().orElse(null),
        day(hold.released()),
        hold.released().by().orElse(null));
  }

  private static Hold.Act act(Row row, String deed) {
    return new Hold.Act(
        Optional.ofNullable(row.<Date>getAs(deed + "_on")).map(Date::toLocalDate),
        Optional.ofNullable(row.getAs(deed + "_by")));
  }

  private static Date day(Hold.Act act) {
    return act.on().map(Date::valueOf).orElse(null);
  }
}
