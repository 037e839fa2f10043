-- How do attendees score us, and how well do they know our services?
-- Grain: one row per meeting, poll, question, measure and level.
--
-- Net Promoter Score (Reichheld 2003): promoters less detractors as parts of the respondents, times 100, with the normal 95 %
-- interval of that difference. Correct answers: Wilson's 95 % interval. Both follow from what poll_results shows and are
-- empty where it hides what they are made of. The score distribution of a quiz, over all its questions, comes from
-- stg_quiz_release.
with

groups as (
  select
    meeting_key,
    meeting_topic,
    meeting_date,
    platform,
    poll_title,
    question,
    anonymous,
    min(respondents) as respondents,
    min(if(answer like 'promoters%', answers, null)) as promoters,
    min(if(answer like 'detractors%', answers, null)) as detractors
  from poll_results
  where question_kind = 'nps' and answer_kind in ('group', 'hidden')
  group by meeting_key, meeting_topic, meeting_date, platform, poll_title, question, anonymous
),

quizzes as (
  select
    meeting_key,
    meeting_topic,
    meeting_date,
    platform,
    poll_title,
    question,
    anonymous,
    min(respondents) as respondents,
    if(
      bool_or(answer_kind = 'hidden' or (correct and suppressed)),
      null,
      sum(if(correct, answers, 0))
    ) as people
  from poll_results
  where question_kind = 'quiz' and answer_kind in ('choice', 'hidden')
  group by meeting_key, meeting_topic, meeting_date, platform, poll_title, question, anonymous
),

net as (
  select
    *,
    (promoters - detractors) / cast(respondents as double) as score,
    (promoters + detractors) / cast(respondents as double) as decided
  from groups
),

correct as (
  select
    *,
    people / cast(nullif(respondents, 0) as double) as share,
    1.959964D * 1.959964D / nullif(respondents, 0) as z2n
  from quizzes
),

scores as (
  select
    meeting_key,
    meeting_topic,
    meeting_date,
    platform,
    poll_title,
    question,
    'net promoter score' as measure,
    'all respondents' as level,
    1 as level_order,
    cast(null as bigint) as people,
    respondents,
    100 * score as value,
    100 * (score - 1.959964D * sqrt((decided - score * score) / respondents)) as value_low,
    100 * (score + 1.959964D * sqrt((decided - score * score) / respondents)) as value_high,
    score is null as suppressed,
    anonymous
  from net
  union all
  select
    meeting_key,
    meeting_topic,
    meeting_date,
    platform,
    poll_title,
    question,
    'correct answers' as measure,
    'all respondents' as level,
    1 as level_order,
    people,
    respondents,
    share as value,
    if(share = 0, 0, (share + z2n / 2 - sqrt(share * (1 - share) * z2n + z2n * z2n / 4)) / (1 + z2n)) as value_low,
    if(share = 1, 1, (share + z2n / 2 + sqrt(share * (1 - share) * z2n + z2n * z2n / 4)) / (1 + z2n)) as value_high,
    share is null as suppressed,
    anonymous
  from correct
  union all
  select
    meeting_key,
    meeting_topic,
    meeting_date,
    platform,
    poll_title,
    '(whole quiz)' as question,
    'score distribution' as measure,
    level,
    level_order,
    people,
    respondents,
    people / cast(respondents as double) as value,
    null as value_low,
    null as value_high,
    people is null as suppressed,
    anonymous
  from stg_quiz_release
)

select
  meeting_key,
  meeting_topic,
  meeting_date,
  platform,
  poll_title,
  question,
  measure,
  level,
  level_order,
  people,
  respondents,
  value,
  value_low,
  value_high,
  suppressed,
  anonymous
from scores
