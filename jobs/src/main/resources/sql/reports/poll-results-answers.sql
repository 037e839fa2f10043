-- The answers of the latest polls, the latest meeting first and the answers of a question in their order: whole meetings,
-- as long as they fit into 2,000 rows. Questions of which nothing can be shown are counted with their meetings only.
with

meetings as (
  select
    meeting_key,
    sum(count(*)) over (order by max(meeting_date) desc, meeting_key) as rows_to_here
  from poll_results
  where answer_kind <> 'hidden'
  group by meeting_key
)

select
  poll_results.meeting_key,
  poll_results.meeting_topic,
  poll_results.meeting_date,
  poll_results.platform,
  poll_results.poll_title,
  poll_results.question,
  cast(poll_results.question_no as bigint) as question_no,
  poll_results.question_kind,
  poll_results.answer,
  poll_results.answer_kind,
  cast(poll_results.answer_order as bigint) as answer_order,
  poll_results.correct,
  poll_results.answers,
  poll_results.respondents,
  poll_results.attendees,
  poll_results.response_rate,
  poll_results.share,
  poll_results.share_low,
  poll_results.share_high,
  poll_results.suppressed,
  poll_results.anonymous
from poll_results
inner join meetings
  on poll_results.meeting_key = meetings.meeting_key
where meetings.rows_to_here <= 2000 and poll_results.answer_kind <> 'hidden'
order by
  poll_results.meeting_date desc,
  poll_results.meeting_topic,
  poll_results.meeting_key,
  poll_results.poll_title,
  poll_results.question_no,
  poll_results.question,
  poll_results.answer_order,
  poll_results.answer
