-- What is decided on for each split: its true cells, what its question shows, what the previous run published of it, and how many
-- other results of its question were published before.
-- Not for publication. Grain: one row per meeting, poll title, question and dimension.
with

results as (
  select
    meeting_key,
    poll_title,
    question,
    min(question_no) as question_no,
    array_sort(collect_list(struct(answer_order, answer, answer_kind, answers, respondents))) as lines,
    to_json(array_sort(collect_list(struct(answer_kind, answer, answers)))) as edition
  from poll_results
  group by meeting_key, poll_title, question
),

published as (
  select
    meeting_key,
    poll_title,
    question,
    dimension,
    collect_list(
      struct(dimension_value, answer, answer_order, answers, respondents, question_respondents)
    ) as before
  from before_poll_crosstabs
  group by meeting_key, poll_title, question, dimension
),

editions as (
  select
    meeting_key,
    poll_title,
    question,
    collect_set(lines) as editions
  from before_poll_editions
  group by meeting_key, poll_title, question
)

select
  stg_poll_splits.*,
  results.question_no,
  results.lines,
  published.before,
  cast(coalesce(size(array_except(editions.editions, array(results.edition))), 0) as bigint) as editions
from stg_poll_splits
inner join results
  on stg_poll_splits.meeting_key = results.meeting_key
  and stg_poll_splits.poll_title = results.poll_title
  and stg_poll_splits.question = results.question
left join published
  on stg_poll_splits.meeting_key = published.meeting_key
  and stg_poll_splits.poll_title = published.poll_title
  and stg_poll_splits.question = published.question
  and stg_poll_splits.dimension = published.dimension
left join editions
  on stg_poll_splits.meeting_key = editions.meeting_key
  and stg_poll_splits.poll_title = editions.poll_title
  and stg_poll_splits.question = editions.question
