-- How the polls of the meetings asked for came out: every answer to every question, those of anonymous polls too, and how many
-- passed over it.
with

answered as (
  select
    people.meeting_id,
    people.poll_title,
    people.question,
    people.question_no,
    people.anonymous,
    people.person,
    explode_outer(people.options) as option
  from stg_poll_people as people
  inner join chosen_meetings
    on people.meeting_id = chosen_meetings.meeting_id
),

counted as (
  select
    meeting_id,
    poll_title,
    min(question_no) as question_no,
    question,
    option.answer,
    min(option.answer_order) as answer_order,
    count(*) as people,
    bool_or(anonymous) as anonymous
  from answered
  group by meeting_id, poll_title, question, option.answer
),

respondents as (
  select
    meeting_id,
    poll_title,
    question,
    count(distinct person) as respondents
  from answered
  where option is not null
  group by meeting_id, poll_title, question
)

select
  counted.meeting_id,
  counted.poll_title,
  cast(counted.question_no as bigint) as question_no,
  counted.question,
  coalesce(counted.answer, '(no answer)') as answer,
  counted.people,
  coalesce(respondents.respondents, 0) as respondents,
  if(counted.answer is null, null, round(100D * counted.people / respondents.respondents, 1)) as percent,
  counted.anonymous
from counted
left join respondents
  on counted.meeting_id = respondents.meeting_id
  and counted.poll_title = respondents.poll_title
  and counted.question = respondents.question
order by
  counted.meeting_id,
  counted.poll_title,
  counted.question_no,
  counted.question,
  counted.answer is null,
  counted.answer_order nulls last,
  counted.answer
