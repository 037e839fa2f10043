-- How do answers to the same question change from month to month?
-- Grain: one row per question, kind, answer and month.
--
-- One question is one wording, letter case, spacing and punctuation aside, or several that conf/polls.yaml gives one name.
-- Answers are pooled over the meetings of the month, each respondent counting once, and only over what poll_results shows: a
-- question that too few people answered is not in the pool, nor is a sensitive one, whose answers may be folded. The change is tested against the month before in which the question was asked: two-proportion z with pooled
-- variance, and Newcombe's interval of the difference from the two Wilson intervals (Newcombe 1998, method 10).
with

asked as (
  select
    coalesce(
      try_element_at(from_json(:question_names, 'map<string,string>'), trim(regexp_replace(lower(question), r'[^\p{L}\p{N}]+', ' '))),
      trim(regexp_replace(lower(question), r'[^\p{L}\p{N}]+', ' '))
    ) as question_name,
    question,
    question_kind,
    cast(date_trunc('month', meeting_date) as date) as month,
    meeting_key,
    poll_title,
    respondents,
    answer,
    answer_kind,
    answer_order,
    answers
  from poll_results
  where question_kind <> 'text' and answer_kind in ('choice', 'group') and not sensitive and respondents > 0
),

pools as (
  select
    question_name,
    question_kind,
    answer_kind,
    month,
    max(question) as question,
    count(*) as meetings,
    sum(respondents) as respondents
  from (
    select
      question_name,
      question_kind,
      answer_kind,
      month,
      meeting_key,
      poll_title,
      question,
      max(respondents) as respondents
    from asked
    group by question_name, question_kind, answer_kind, month, meeting_key, poll_title, question
  )
  group by question_name, question_kind, answer_kind, month
),

answered as (
  select
    question_name,
    question_kind,
    month,
    answer,
    answer_kind,
    min(answer_order) as answer_order,
    sum(answers) as answers
  from asked
  group by question_name, question_kind, month, answer, answer_kind
),

shares as (
  select
    answered.question_name,
    pools.question,
    answered.question_kind,
    answered.answer,
    answered.answer_kind,
    answered.answer_order,
    answered.month,
    pools.meetings,
    pools.respondents,
    answered.answers,
    answered.answers / cast(pools.respondents as double) as share,
    1.959964D * 1.959964D / pools.respondents as z2n
  from answered
  inner join pools
    on answered.question_name = pools.question_name
    and answered.question_kind = pools.question_kind
    and answered.answer_kind = pools.answer_kind
    and answered.month = pools.month
),

intervals as (
  select
    *,
    (share + z2n / 2 - sqrt(share * (1 - share) * z2n + z2n * z2n / 4)) / (1 + z2n) as share_low,
    (share + z2n / 2 + sqrt(share * (1 - share) * z2n + z2n * z2n / 4)) / (1 + z2n) as share_high
  from shares
),

paired as (
  select
    *,
    lag(struct(month, answers, respondents, share, share_low, share_high)) over (
      partition by question_name, question_kind, answer_kind, answer
      order by month
    ) as previous
  from intervals
),

changes as (
  select
    *,
    share - previous.share as change,
    (answers + previous.answers) / cast(respondents + previous.respondents as double) as pooled
  from paired
)

select
  question_name,
  question,
  question_kind,
  answer,
  answer_kind,
  answer_order,
  month,
  meetings,
  answers,
  respondents,
  share,
  share_low,
  share_high,
  previous.month as previous_month,
  change,
  change - sqrt(pow(share - share_low, 2) + pow(previous.share_high - previous.share, 2)) as change_low,
  change + sqrt(pow(share_high - share, 2) + pow(previous.share - previous.share_low, 2)) as change_high,
  change / nullif(sqrt(pooled * (1 - pooled) * (1D / respondents + 1D / previous.respondents)), 0) as z
from changes
