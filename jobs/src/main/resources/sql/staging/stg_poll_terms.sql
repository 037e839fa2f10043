-- The words that enough people used in answers of their own.
-- Grain: one row per meeting, poll title, question and term.
-- Addresses and numbers are taken out before words are cut, stop words and words of one or two letters after; a word that
-- is part of the name of anybody in the meeting is never a term.
with

text_answers as (
  select
    meeting_id,
    poll_title,
    question,
    array_distinct(
      split(
        regexp_replace(lower(concat_ws(' ', options.answer)), r'\S+@\S+|https?://\S+|\S*\d\S*', ' '),
        r'[^\p{L}]+'
      )
    ) as words
  from stg_poll_people
  where question_kind = 'text'
),

used as (
  select
    meeting_id,
    poll_title,
    question,
    explode(words) as term
  from text_answers
),

frequent as (
  select
    meeting_id,
    poll_title,
    question,
    term,
    count(*) as people
  from used
  where length(term) > 2
    and not array_contains(
      split(
        concat(
          'about above after again all also and any are because been before being below between both but can could did does',
          ' doing don down during each few for from further had has have having her here hers him his how into its just',
          ' more most not now off once only other our ours out over own same she should some such than that the their',
          ' theirs them then there these they this those through too under until very was were what when where which while',
          ' who whom why will with would you your yours'
        ),
        ' '
      ),
      term
    )
  group by meeting_id, poll_title, question, term
  having count(*) >= :threshold
),

shown_names as (
  select meeting_id, name
  from meeting_participants
  union all
  select meeting_id, host_name as name
  from meetings
  union all
  select meeting_id, name
  from poll_responses
  where not anonymous
),

names as (
  select
    meeting_id,
    explode(split(lower(name), r'[^\p{L}]+')) as term
  from shown_names
  where name is not null
    and meeting_id in (select meeting_id from frequent)
)

select
  frequent.meeting_id,
  frequent.poll_title,
  frequent.question,
  frequent.term,
  frequent.people
from frequent
left anti join names
  on frequent.meeting_id = names.meeting_id
  and frequent.term = names.term
