-- What is decided on for each measure of a meeting: its true counts and what the previous run published.
-- Not for publication. Grain: one row per meeting and measure.
with

published as (
  select
    meeting_key,
    measure,
    array_sort(collect_list(struct(bucket_order, bucket, people, attendees))) as before
  from before_meeting_participation
  group by meeting_key, measure
)

select
  stg_participation_counts.meeting_key,
  stg_participation_counts.meeting_id,
  stg_participation_counts.measure,
  stg_participation_counts.attendees,
  transform(
    array_sort(stg_participation_counts.buckets),
    line -> struct(line.place as bucket_order, line.bucket, line.people)
  ) as buckets,
  published.before
from stg_participation_counts
left join published
  on stg_participation_counts.meeting_key = published.meeting_key
  and stg_participation_counts.measure = published.measure
