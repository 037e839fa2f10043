-- What is decided on for each split: its true cells, what its question shows, and what the previous run published of it.
-- Not for publication. Grain: one row per meeting, poll title, question and dimension.
with

results as (
  select
    meeting_key,
    poll_title,
    question,
    min(question_no) as question_no,
    array_sort(collect_list(struct(answer_order, answer, answer_kind, answers, respondents))) as lines
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
)

select
  stg_poll_splits.*,
  results.question_no,
  results.lines,
  published.before
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
