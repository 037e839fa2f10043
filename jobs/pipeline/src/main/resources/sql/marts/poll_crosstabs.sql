-- How do answers differ between kinds of respondents?
-- Grain: one row per meeting, poll, question, dimension, value and answer that somebody gave.
-- Which values stand alone and which are taken together is decided in stg_poll_splits, differences are tested in
-- stg_split_tests.
select
  splits.meeting_key,
  splits.poll_title,
  splits.question,
  splits.dimension,
  splits.dimension_value,
  splits.answer,
  splits.answer_order,
  splits.answers,
  splits.respondents,
  splits.question_respondents,
  splits.answers / cast(splits.respondents as double) as share,
  tests.test,
  tests.p_value,
  tests.cramers_v
from stg_poll_splits as splits
left join stg_split_tests as tests
  on splits.meeting_key = tests.meeting_key
  and splits.poll_title = tests.poll_title
  and splits.question = tests.question
  and splits.dimension = tests.dimension
