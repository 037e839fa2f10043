-- The latest 200 meetings with polls, the latest first. Who answered anything is counted once; where that is not known, those
-- who answered the question that most people answered. A question that too few people answered is counted apart.
with

questions as (
  select
    meeting_key,
    poll_title,
    question,
    max(meeting_topic) as meeting_topic,
    max(meeting_date) as meeting_date,
    max(platform) as platform,
    max(attendees) as attendees,
    max(respondents) as respondents,
    if(bool_or(answer_kind = 'hidden'), 1, 0) as hidden
  from poll_results
  group by meeting_key, poll_title, question
),

meetings as (
  select
    meeting_key,
    max(meeting_topic) as meeting_topic,
    max(meeting_date) as meeting_date,
    max(platform) as platform,
    max(attendees) as attendees,
    max(respondents) as respondents,
    count(distinct poll_title) as polls,
    count(*) as questions,
    sum(hidden) as questions_hidden
  from questions
  group by meeting_key
),

counted as (
  select
    meetings.* except (respondents),
    greatest(meetings.respondents, meeting_engagement.poll_respondents) as respondents
  from meetings
  left join meeting_engagement
    on meetings.meeting_key = meeting_engagement.meeting_key
)

select
  meeting_topic,
  meeting_date,
  platform,
  attendees,
  respondents,
  if(respondents > attendees, null, respondents / cast(attendees as double)) as response_rate,
  polls,
  questions,
  questions_hidden
from counted
order by meeting_date desc, meeting_topic, meeting_key
limit 200
