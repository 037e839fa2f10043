-- What has readers ever been shown of each question?
-- Grain: one row per meeting, poll, question and edition.
-- A result that differs from all published before is a new edition. Editions go with the last answer to their question.
-- The score distribution of a quiz counts as a question of its own, (whole quiz), its lines being the levels and the right
-- answers to each question. A question of which nothing is shown has no edition of that.
with

questions as (
  select
    meeting_key,
    poll_title,
    question,
    max(respondents) as respondents,
    to_json(array_sort(collect_list(struct(answer_kind, answer, answers)))) as lines
  from poll_results
  group by meeting_key, poll_title, question
),

quizzes as (
  select
    meeting_key,
    poll_title,
    '(whole quiz)' as question,
    max(respondents) filter (where measure = 'score distribution') as respondents,
    to_json(
      array_sort(
        collect_list(
          struct(
            if(measure = 'score distribution', 'level', 'right') as answer_kind,
            if(measure = 'score distribution', level, question) as answer,
            people as answers
          )
        )
      )
    ) as lines
  from poll_scores
  where measure in ('score distribution', 'correct answers')
  group by meeting_key, poll_title
  having count_if(measure = 'score distribution') > 0
),

results as (
  select * from questions
  union all
  select * from quizzes
),

known as (
  select
    before_poll_editions.*
  from before_poll_editions
  left semi join results
    on before_poll_editions.meeting_key = results.meeting_key
    and before_poll_editions.poll_title = results.poll_title
    and before_poll_editions.question = results.question
),

counted as (
  select
    meeting_key,
    poll_title,
    question,
    max(edition) as edition,
    collect_list(lines) as lines
  from known
  group by meeting_key, poll_title, question
)

select
  meeting_key,
  poll_title,
  question,
  edition,
  respondents,
  lines
from known
union all
select
  results.meeting_key,
  results.poll_title,
  results.question,
  coalesce(counted.edition, 0) + 1 as edition,
  results.respondents,
  results.lines
from results
left join counted
  on results.meeting_key = counted.meeting_key
  and results.poll_title = counted.poll_title
  and results.question = counted.question
where results.respondents is not null
  and not coalesce(array_contains(counted.lines, results.lines), false)
