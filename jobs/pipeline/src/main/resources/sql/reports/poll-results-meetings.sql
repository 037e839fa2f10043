-- The latest 200 meetings with polls, the latest first. Respondents are those of the question that most people answered: the
-- mart knows people question by question only. A question of which no answer can be shown is counted apart.
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
    max(response_rate) as response_rate,
    if(count(share) = 0, 1, 0) as hidden
  from poll_results
  group by meeting_key, poll_title, question
)

select
  max(meeting_topic) as meeting_topic,
  max(meeting_date) as meeting_date,
  max(platform) as platform,
  max(attendees) as attendees,
  max(respondents) as respondents,
  max(response_rate) as response_rate,
  count(distinct poll_title) as polls,
  count(*) as questions,
  sum(hidden) as questions_hidden
from questions
group by meeting_key
order by meeting_date desc, meeting_topic, meeting_key
limit 200
