-- How did each poll come out, how many answered, and how sure is each share?
-- Grain: one row per meeting, poll, question and answer.
--
-- What is shown, and since when, is decided in stg_poll_lines: a question that fewer people answered than a group must have is
-- one line, (too few to show), with its respondents. Respondents are people who gave an answer; passing over the question
-- is an answer of its own, no answer, whose share of respondents stays empty. The response rate is of the people who took
-- part; it stays empty if no list of them is known or if it is shorter than that of the respondents. The interval is Wilson's
-- at 95 % (Wilson 1927, z = 1.959964).
with

shares as (
  select
    *,
    if(answer_kind = 'no answer', null, answers / cast(nullif(respondents, 0) as double)) as share,
    1.959964D * 1.959964D / nullif(respondents, 0) as z2n
  from stg_poll_lines
),

intervals as (
  select
    *,
    (share + z2n / 2) / (1 + z2n) as middle,
    sqrt(share * (1 - share) * z2n + z2n * z2n / 4) / (1 + z2n) as half_width
  from shares
)

select
  intervals.meeting_key,
  coalesce(meetings.topic, 'unknown') as meeting_topic,
  intervals.meeting_date,
  coalesce(meetings.platform, 'unknown') as platform,
  intervals.poll_title,
  intervals.question,
  intervals.question_no,
  intervals.question_kind,
  intervals.answer,
  intervals.answer_kind,
  intervals.answer_order,
  intervals.correct,
  intervals.answers,
  intervals.respondents,
  intervals.attendees,
  if(
    intervals.respondents > intervals.attendees,
    null,
    intervals.respondents / cast(intervals.attendees as double)
  ) as response_rate,
  intervals.share,
  if(intervals.share = 0, 0, intervals.middle - intervals.half_width) as share_low,
  if(intervals.share = 1, 1, intervals.middle + intervals.half_width) as share_high,
  intervals.answers is null as suppressed,
  intervals.anonymous,
  intervals.sensitive,
  intervals.published_on,
  intervals.waiting,
  intervals.counted
from intervals
left join meetings
  on intervals.meeting_id = meetings.meeting_id
