-- The words that enough people used in answers of their own.
-- Grain: one row per meeting, poll title, question and term.
-- Addresses and everything with a digit, so any telephone, card or account number, are taken out before words are cut; a word
-- that is part of the name of anybody in the meeting is never a term; stop words and words of one or two letters go. Forms of
-- one word count as one term, joined by the S stemmer (Harman 1991) and shown in their shortest form.
with

text_answers as (
  select
    meeting_id,
    poll_title,
    question,
    person,
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
    person,
    array_distinct(
      transform(
        filter(
          words,
          word -> length(word) > 2
            and not array_contains(
              split(
                concat(
                  'about above after again all also and any are because been before being below between both but can could did',
                  ' does doing don down during each few for from further had has have having her here hers him his how into its',
                  ' just more most not now off once only other our ours out over own same she should some such than that the',
                  ' their theirs them then there these they this those through too under until very was were what when where',
                  ' which while who whom why will with would you your yours'
                ),
                ' '
              ),
              word
            )
        ),
        word -> struct(
          case
            when word rlike '[^ae]ies$' then regexp_replace(word, 'ies$', 'y')
            when word rlike '[^aeo]es$' then left(word, length(word) - 1)
            when word rlike '[^us]s$' then left(word, length(word) - 1)
            else word
          end as stem,
          word
        )
      )
    ) as words
  from text_answers
),

stems as (
  select
    meeting_id,
    poll_title,
    question,
    person,
    stem,
    min_by(word, struct(length(word), word)) as word
  from (
    select meeting_id, poll_title, question, person, inline(words)
    from used
  )
  group by meeting_id, poll_title, question, person, stem
),

frequent as (
  select
    meeting_id,
    poll_title,
    question,
    stem,
    min_by(word, struct(length(word), word)) as term,
    count(*) as people
  from stems
  group by meeting_id, poll_title, question, stem
  having count(*) >= :minimum_group
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
  and names.term in (frequent.term, frequent.stem)
