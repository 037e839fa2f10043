-- How do the meetings of one host, or of one series, do together?
-- Grain: one row per dimension (host or series) and value.
-- A series is all meetings of one topic, letter case and numbers aside. Everything is made of figures that meeting_engagement
-- and poll_results show; a meeting whose figure is hidden is held, but not counted.
-- One whose host is not known is in its series alone.
with

questions as (
  select
    meeting_key,
    max(respondents) as respondents
  from poll_results
  group by meeting_key
),

held as (
  select
    explode(
      array(
        struct('host' as dimension, pseudonym(coalesce(lower(meetings.host_email), meetings.host_name)) as value),
        struct('series' as dimension, trim(regexp_replace(lower(meetings.topic), r'[^\p{L}]+', ' ')) as value)
      )
    ) as place,
    meetings.meeting_date,
    meeting_engagement.attendees,
    meeting_engagement.minutes_median,
    questions.meeting_key is not null as polled,
    greatest(questions.respondents, meeting_engagement.poll_respondents) as respondents
  from meetings
  left join meeting_engagement
    on pseudonym(meetings.meeting_id) = meeting_engagement.meeting_key
  left join questions
    on pseudonym(meetings.meeting_id) = questions.meeting_key
  where meetings.meeting_date <= :as_of
)

select
  place.dimension,
  place.value,
  count(*) as meetings,
  count(attendees) as meetings_counted,
  sum(attendees) as attendees,
  avg(attendees) as attendees_mean,
  avg(minutes_median) as minutes_mean,
  count_if(polled) as meetings_polled,
  try_divide(
    sum(respondents) filter (where respondents <= attendees),
    cast(sum(attendees) filter (where respondents <= attendees) as double)
  ) as response_rate,
  min(meeting_date) as first_meeting,
  max(meeting_date) as latest_meeting
from held
where place.value is not null
group by place
