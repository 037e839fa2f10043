-- The answers of the latest polls, the latest meeting first and the answers of a question in their order: whole meetings,
-- as long as they fit into 2,000 rows. Questions of which no answer can be shown are counted with their meetings only.
with

shown as (
  select *
  from (
    select
      *,
      count(share) over (partition by meeting_key, poll_title, question) as shares
    from poll_results
  )
  where shares > 0
),

meetings as (
  select
    meeting_key,
    sum(count(*)) over (order by max(meeting_date) desc, meeting_key) as rows_to_here
  from shown
  group by meeting_key
)

select
  shown.meeting_key,
  shown.meeting_topic,
  shown.meeting_date,
  shown.platform,
  shown.poll_title,
  shown.question,
  cast(shown.question_no as bigint) as question_no,
  shown.question_kind,
  shown.answer,
  shown.answer_kind,
  cast(shown.answer_order as bigint) as answer_order,
  shown.correct,
  shown.answers,
  shown.respondents,
  shown.attendees,
  shown.response_rate,
  shown.share,
  shown.share_low,
  shown.share_high,
  shown.suppressed,
  shown.anonymous
from shown
inner join meetings
  on shown.meeting_key = meetings.meeting_key
where meetings.rows_to_here <= 2000
order by
  shown.meeting_date desc,
  shown.meeting_topic,
  shown.meeting_key,
  shown.poll_title,
  shown.question_no,
  shown.question,
  shown.answer_order,
  shown.answer
