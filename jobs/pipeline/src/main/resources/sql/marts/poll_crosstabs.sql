-- How do answers differ between kinds of respondents?
-- Grain: one row per meeting, poll, question, dimension, value and answer.
-- Which cells are shown, and whether a difference is tested, is decided in stg_poll_split_release.
with

splits as (
  select *
  from stg_poll_split_release
)

select
  meeting_key,
  poll_title,
  question,
  dimension,
  dimension_value,
  answer,
  answer_order,
  answers,
  respondents,
  question_respondents,
  answers / cast(respondents as double) as share,
  test,
  p_value,
  cramers_v,
  answers is null as suppressed
from splits
