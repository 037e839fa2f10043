-- How did each poll come out, how many answered, and how sure is each share?
-- Grain: one row per meeting, poll, question and answer.
--
-- Respondents are people who gave an answer; passing over the question is an answer of its own, no answer, whose share of
-- respondents stays empty. A text question shows how many wrote something, (any text), and the terms that enough of them
-- used. The response rate is of the people who took part; it stays empty if no list of them is known or if it is shorter
-- than that of the respondents. The interval is Wilson's at 95 % (Wilson 1927, z = 1.959964).
--
-- Suppression, with :threshold = t. A question with fewer than t respondents is hidden whole. Otherwise an answer of
-- fewer than t people is hidden, and so are the next smallest ones until two answers at least are hidden and their sum S,
-- which anybody can work out, leaves each of the k hidden ones room to be t or more: S >= t + k - 1. If even hiding all
-- answers does not reach that, the question is hidden whole.
with

-- Every person stands in one row of place 0 for each question, whatever number of options they chose.
chosen as (
  select
    meeting_id,
    poll_title,
    question,
    meeting_date,
    question_kind,
    anonymous,
    posexplode_outer(options) as (place, option)
  from stg_poll_people
),

named as (
  select
    meeting_id,
    poll_title,
    question,
    meeting_date,
    question_kind,
    anonymous,
    coalesce(place, 0) = 0 as first_of_person,
    case
      when option is null then 'no answer'
      when question_kind = 'text' then '(any text)'
      else option.answer
    end as answer,
    case
      when option is null then 'passed over'
      when question_kind = 'text' then 'text'
      else 'choice'
    end as answer_kind,
    if(question_kind = 'text', 1, option.answer_order) as answer_order
  from chosen
),

counted as (
  select
    meeting_id,
    poll_title,
    question,
    answer,
    answer_kind,
    max(meeting_date) as meeting_date,
    min(question_kind) as question_kind,
    bool_or(anonymous) as anonymous,
    min(answer_order) as answer_order,
    if(answer_kind = 'text', count_if(first_of_person), count(*)) as answers,
    if(answer_kind = 'passed over', 0, count_if(first_of_person)) as respondents
  from named
  group by meeting_id, poll_title, question, answer, answer_kind
  union all
  select
    meeting_id,
    poll_title,
    question,
    term as answer,
    'term' as answer_kind,
    null as meeting_date,
    'text' as question_kind,
    false as anonymous,
    1 + row_number() over (partition by meeting_id, poll_title, question order by people desc, term) as answer_order,
    people as answers,
    0 as respondents
  from stg_poll_terms
),

questions as (
  select
    meeting_id,
    poll_title,
    question,
    answer,
    answer_kind,
    answers,
    max(meeting_date) over question_window as meeting_date,
    min(question_kind) over question_window as question_kind,
    bool_or(anonymous) over question_window as anonymous,
    sum(respondents) over question_window as respondents,
    if(
      answer_kind = 'passed over',
      coalesce(max(if(answer_kind = 'passed over', null, answer_order)) over question_window, 0) + 1,
      answer_order
    ) as answer_order,
    count_if(answer_kind = 'choice' and answers < :threshold) over question_window as small_choices,
    row_number() over smallest_first as smallness,
    sum(answers) over smallest_first as sum_to_here
  from counted
  window
    question_window as (partition by meeting_id, poll_title, question),
    smallest_first as (
      partition by meeting_id, poll_title, question
      order by answer_kind = 'choice' desc, answers, answer
      rows between unbounded preceding and current row
    )
),

rules as (
  select
    *,
    if(
      small_choices = 0,
      0,
      min(
        if(
          answer_kind = 'choice'
            and smallness >= greatest(small_choices, 2)
            and sum_to_here >= :threshold + smallness - 1,
          smallness,
          null
        )
      ) over (partition by meeting_id, poll_title, question)
    ) as hidden_choices
  from questions
),

attendance as (
  select
    meeting_id,
    count(*) as attendees
  from stg_attendees
  group by meeting_id
),

judged as (
  select
    rules.*,
    rules.respondents between 1 and :threshold - 1 or rules.hidden_choices is null as question_hidden,
    if(rules.answer_kind = 'choice', rules.smallness <= rules.hidden_choices, rules.answers < :threshold) as answer_hidden,
    attendance.attendees,
    coalesce(attendance.attendees < :threshold, false) as attendees_hidden
  from rules
  left join attendance
    on rules.meeting_id = attendance.meeting_id
),

known_shares as (
  select
    *,
    question_hidden or answer_hidden as suppressed,
    if(
      question_hidden or answer_hidden or answer_kind = 'passed over',
      null,
      answers / cast(respondents as double)
    ) as share,
    1.959964D * 1.959964D / nullif(respondents, 0) as z2n
  from judged
),

shares as (
  select
    *,
    (share + z2n / 2) / (1 + z2n) as middle,
    sqrt(share * (1 - share) * z2n + z2n * z2n / 4) / (1 + z2n) as half_width
  from known_shares
)

select
  pseudonym(shares.meeting_id) as meeting_key,
  coalesce(meetings.topic, 'unknown') as meeting_topic,
  shares.meeting_date,
  coalesce(meetings.platform, 'unknown') as platform,
  shares.poll_title,
  shares.question,
  shares.question_kind,
  shares.answer,
  shares.answer_order,
  if(shares.suppressed, null, shares.answers) as answers,
  if(shares.question_hidden, null, shares.respondents) as respondents,
  if(shares.attendees_hidden, null, shares.attendees) as attendees,
  if(
    shares.question_hidden or shares.attendees_hidden or shares.respondents > shares.attendees,
    null,
    shares.respondents / cast(shares.attendees as double)
  ) as response_rate,
  shares.share,
  if(shares.share = 0, 0, shares.middle - shares.half_width) as share_low,
  if(shares.share = 1, 1, shares.middle + shares.half_width) as share_high,
  shares.suppressed,
  shares.anonymous
from shares
left join meetings
  on shares.meeting_id = meetings.meeting_id
