-- The ten splits in which answers differ most between kinds of respondents, and by more than chance: p below 0.01, so that of
-- a hundred splits without a difference one would stand here, and Cramér's V of 0.15 or more, so that it matters.
with

meetings as (
  select
    meeting_key,
    min(meeting_topic) as meeting_topic,
    min(meeting_date) as meeting_date
  from poll_results
  group by meeting_key
),

splits as (
  select
    *,
    dense_rank() over (order by cramers_v desc, meeting_key, poll_title, question, dimension) as place
  from poll_crosstabs
  where p_value < 0.01 and cramers_v >= 0.15
)

select
  cast(splits.place as bigint) as place,
  meetings.meeting_topic,
  meetings.meeting_date,
  splits.question,
  splits.dimension,
  splits.dimension_value,
  splits.answer,
  cast(splits.answer_order as bigint) as answer_order,
  splits.answers,
  splits.respondents,
  splits.share,
  splits.test,
  splits.p_value,
  splits.cramers_v,
  false as suppressed
from splits
inner join meetings
  on splits.meeting_key = meetings.meeting_key
where splits.place <= 10
order by splits.place, splits.dimension_value, splits.answer_order, splits.answer
