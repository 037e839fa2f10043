-- The latest 200 meetings with polls, the latest first. Respondents are those of the question that most people answered: the
-- mart knows people question by question only. A question of which no answer can be shown is counted apart.
with

questions as (
  select
    meeting_key,
    meeting_topic,
    meeting_date,
    platform,
    poll_title,
    question,
    max(attendees) as attendees,
    max(respondents) as respondents,
    max(response_rate) as response_rate,
    if(count(share) = 0, 1, 0) as hidden
  from poll_results
  group by meeting_key, meeting_topic, meeting_date, platform, poll_title, question
),

polls as (
  select
    meeting_key,
    meeting_topic,
    meeting_date,
    platform,
    poll_title,
    max(attendees) as attendees,
    max(respondents) as respondents,
    max(response_rate) as response_rate,
    count(*) as questions,
    sum(hidden) as questions_hidden
  from questions
  group by meeting_key, meeting_topic, meeting_date, platform, poll_title
)

select
  meeting_topic,
  meeting_date,
  platform,
  max(attendees) as attendees,
  max(respondents) as respondents,
  max(response_rate) as response_rate,
  count(*) as polls,
  sum(questions) as questions,
  sum(questions_hidden) as questions_hidden
from polls
group by meeting_key, meeting_topic, meeting_date, platform
order by meeting_date desc, meeting_topic, meeting_key
limit 200
