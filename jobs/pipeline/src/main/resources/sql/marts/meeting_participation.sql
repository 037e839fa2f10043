-- When did people come to a meeting, how long did they stay, from where and with what?
-- Grain: one row per meeting, measure and bucket.
-- Which counts are shown is decided in stg_participation_release.
with

released as (
  select *
  from stg_participation_release
)

select
  released.meeting_key,
  meetings.topic as meeting_topic,
  meetings.meeting_date,
  released.measure,
  released.bucket,
  released.bucket_order,
  released.people,
  released.attendees,
  released.people / cast(released.attendees as double) as share,
  released.people is null as suppressed
from released
inner join meetings
  on released.meeting_id = meetings.meeting_id
