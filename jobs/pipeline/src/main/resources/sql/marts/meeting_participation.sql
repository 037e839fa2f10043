-- When did people come to a meeting, how long did they stay, from where and with what?
-- Grain: one row per meeting, measure and bucket.
select
  pseudonym(counts.meeting_id) as meeting_key,
  meetings.topic as meeting_topic,
  meetings.meeting_date,
  counts.measure,
  counts.bucket,
  counts.bucket_order,
  counts.people,
  counts.attendees,
  counts.people / cast(counts.attendees as double) as share
from stg_participation_counts as counts
inner join meetings
  on counts.meeting_id = meetings.meeting_id
