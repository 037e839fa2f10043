-- How do answers differ between kinds of respondents?
-- Grain: one row per meeting, poll, question, dimension, value and answer that somebody gave.
-- Which values stand alone and which are taken together, and whether they differ, is worked out in stg_poll_splits.
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
  cramers_v
from stg_poll_splits
