package org.recordlake.generate;

/** Legal holds, which ingest must know before it judges any row. */
final class HoldPlants {
  private HoldPlants() {}

  static void plant(SampleFolder folder) {
    folder.holds(
        "hold_id,matter,scope_column,scope_value,tables,reason,placed_on,placed_by,acknowledged_on,acknowledged_by,released_on,released_by\n");
    folder.hold(
        "H-0001,Fernbank v. Postal Service,customer_id,C-000903,all,Order of the district"
            + " court,2025-03-10,Privacy Office,2025-03-12,Dana Whitfield,,",
        "hold on customer C-000903",
        "its records are past their day and must be stored all the same");
    folder.hold(
        "H-0002,Audit of refunds 2024,customer_id,C-000904,all,Request of the inspector"
            + " general,2024-05-06,Privacy Office,2024-05-08,Dana Whitfield,2026-09-30,Privacy"
            + " Office",
        "hold on customer C-000904, released on 2026-09-30",
        "its records are past their day and must not be stored");
    folder.hold(
        "H-0003,Inquiry into the October round,meeting_id,701-0001-963,all,Letter of the general"
            + " counsel,2026-10-01,Privacy Office,,,,",
        "hold on meeting 701-0001-963",
        "all rows and media of the meeting stay; not acknowledged yet, which does not matter");
  }
}
