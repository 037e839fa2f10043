-- How do attendees score us, and how well do they know our services?
-- Grain: one row per meeting, poll, question, measure and level.
--
-- Net Promoter Score (Reichheld 2003): promoters less detractors as parts of the respondents, times 100, with the normal 95 %
-- interval of that difference. Correct answers: Wilson's 95 % interval. Both follow from what poll_results shows and are
-- empty where it shows too little. The score distribution of a quiz of two questions or more counts people by the number of
-- their right answers; it needs as many people as a group must have, whom an anonymous poll does not know.
with

questions as (
  select
    meeting_key,
    meeting_topic,
    meeting_date,
    platform,
    poll_title,
    question,
    question_kind,
    anonymous,
    min(respondents) as respondents,
    min(answers) filter (where answer like 'promoters%') as promoters,
    min(answers) filter (where answer like 'detractors%') as detractors,
    coalesce(sum(answers) filter (where correct), 0) as right_answers,
    bool_or(answer_kind = 'hidden' or sensitive) or count(correct) = 0 as rights_hidden
  from poll_results
  where (question_kind = 'nps' and answer_kind in ('group', 'hidden'))
    or (question_kind = 'quiz' and answer_kind in ('choice', 'hidden'))
  group by all
),

quizzes as (
  select
    meeting_key,
    poll_title,
    min(meeting_topic) as meeting_topic,
    min(meeting_date) as meeting_date,
    min(platform) as platform,
    count(distinct question) filter (where correct is not null) as questions
  from poll_results
  where question_kind = 'quiz'
  group by meeting_key, poll_title
  having count(distinct question) filter (where correct is not null) > 1
    and not bool_or(anonymous or sensitive or answer_kind = 'hidden')
),

distributions as (
  select
    quizzes.*,
    inline(
      transform(
        sequence(0, cast(quizzes.questions as int)),
        rights -> struct(
          rights,
          coalesce(
            get(filter(stg_quiz_counts.levels, level -> level.rights = rights), 0).people,
            0L
          ) as people
        )
      )
    ),
    stg_quiz_counts.respondents
  from quizzes
  inner join stg_quiz_counts
    on quizzes.meeting_key = stg_quiz_counts.meeting_key
    and quizzes.poll_title = stg_quiz_counts.poll_title
  where stg_quiz_counts.respondents >= :minimum_group
),

counted as (
  select
    *,
    if(question_kind = 'quiz' and not rights_hidden, right_answers, null) as people,
    (promoters - detractors) / cast(respondents as double) as score,
    (promoters + detractors) / cast(respondents as double) as decided,
    1.959964D * 1.959964D / nullif(respondents, 0) as z2n
  from questions
),

shares as (
  select
    *,
    people / cast(nullif(respondents, 0) as double) as share
  from counted
)

select
  meeting_key,
  meeting_topic,
  meeting_date,
  platform,
  poll_title,
  question,
  if(question_kind = 'nps', 'net promoter score', 'correct answers') as measure,
  'all respondents' as level,
  1 as level_order,
  people,
  respondents,
  if(question_kind = 'nps', 100 * score, share) as value,
  case
    when question_kind = 'nps' then 100 * (score - 1.959964D * sqrt((decided - score * score) / respondents))
    when share = 0 then 0
    else (share + z2n / 2 - sqrt(share * (1 - share) * z2n + z2n * z2n / 4)) / (1 + z2n)
  end as value_low,
  case
    when question_kind = 'nps' then 100 * (score + 1.959964D * sqrt((decided - score * score) / respondents))
    when share = 1 then 1
    else (share + z2n / 2 + sqrt(share * (1 - share) * z2n + z2n * z2n / 4)) / (1 + z2n)
  end as value_high,
  coalesce(score, share) is null as suppressed,
  anonymous
from shares
union all
select
  meeting_key,
  meeting_topic,
  meeting_date,
  platform,
  poll_title,
  '(whole quiz)' as question,
  'score distribution' as measure,
  concat(rights, ' of ', questions, ' right') as level,
  rights + 1 as level_order,
  people,
  respondents,
  people / cast(respondents as double) as value,
  null as value_low,
  null as value_high,
  false as suppressed,
  false as anonymous
from distributions
