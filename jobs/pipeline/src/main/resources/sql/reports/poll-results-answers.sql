-- The answers of the latest polls, the latest meeting first and the answers of a question in their order: whole meetings,
-- as long as they fit into 2,000 rows. A question that too few people answered is one row that says so.
with

meetings as (
  select
    meeting_key,
    sum(count(*)) over (order by max(meeting_date) desc, meeting_key) as rows_to_here
  from poll_results
  group by meeting_key
)

select
  results.meeting_key,
  results.meeting_topic,
  results.meeting_date,
  results.platform,
  results.poll_title,
  results.question,
  cast(results.question_no as bigint) as question_no,
  results.question_kind,
  if(results.answer_kind = 'hidden', concat('not shown: fewer than ', :minimum_group, ' people answered'), results.answer) as answer,
  results.answer_kind,
  cast(results.answer_order as bigint) as answer_order,
  results.correct,
  results.answers,
  results.respondents,
  results.attendees,
  results.response_rate,
  results.share,
  results.share_low,
  results.share_high,
  results.suppressed,
  results.anonymous,
  case
    when results.sensitive and results.answer_kind <> 'hidden'
      then concat('sensitive: answers of fewer than ', :minimum_group, ' people are taken together')
    when results.waiting > 0 and results.answer_kind <> 'hidden'
      then concat(
        'as of ', date_format(results.published_on, 'MMMM d, y'), '; ', results.waiting,
        if(results.waiting = 1, ' answer waits', ' answers wait'), ' until there are ', :minimum_group
      )
  end as remark
from poll_results as results
inner join meetings
  on results.meeting_key = meetings.meeting_key
where meetings.rows_to_here <= 2000
order by
  results.meeting_date desc,
  results.meeting_topic,
  results.meeting_key,
  results.poll_title,
  results.question_no,
  results.question,
  results.answer_order,
  results.answer
