-- The themes of answers in people's own words: phrases of one to three words that enough people used.
-- Grain: one row per meeting, poll title, question and term, at most twelve of a question, the best first by score.
-- A phrase with a word that is part of the name of anybody in the meeting is never a term, nor is one that nearly all who
-- used it said within a longer one. Score: the share of respondents who used it times ln((1 + n) / (1 + u)) + 1, of n people
-- who answered any question in their own words, u of whom used it: TF-IDF (Spärck Jones 1972, smoothed), so that what is
-- said everywhere comes last.
with

everybody as (
  select count(*) as people
  from stg_poll_people
  where question_kind = 'text' and size(options) > 0
),

respondents as (
  select
    meeting_id,
    poll_title,
    question,
    count(*) as respondents
  from stg_poll_people
  where question_kind = 'text' and size(options) > 0
  group by meeting_id, poll_title, question
),

used as (
  select
    meeting_id,
    poll_title,
    question,
    stems,
    min_by(phrase, struct(length(phrase), phrase)) as term,
    count(*) as people,
    sum(count(*)) over (partition by stems) as people_anywhere
  from stg_answer_phrases
  group by meeting_id, poll_title, question, stems
),

frequent as (
  select *, split(stems, ' ') as parts
  from used
  where people >= :minimum_group
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
    array_distinct(flatten(collect_list(split(lower(name), r'[^\p{L}]+')))) as names
  from shown_names
  where name is not null
    and meeting_id in (select meeting_id from frequent)
  group by meeting_id
),

nameless as (
  select frequent.*
  from frequent
  left join names
    on frequent.meeting_id = names.meeting_id
  where not coalesce(arrays_overlap(names.names, concat(frequent.parts, split(frequent.term, ' '))), false)
),

within_longer as (
  select
    meeting_id,
    poll_title,
    question,
    part as stems,
    max(people) as people
  from (
    select
      meeting_id,
      poll_title,
      question,
      people,
      explode(
        flatten(
          transform(
            sequence(1, size(parts) - 1),
            words -> transform(sequence(1, size(parts) - words + 1), place -> array_join(slice(parts, place, words), ' '))
          )
        )
      ) as part
    from nameless
    where size(parts) > 1
  )
  group by meeting_id, poll_title, question, part
),

scored as (
  select
    nameless.meeting_id,
    nameless.poll_title,
    nameless.question,
    nameless.term,
    nameless.people,
    nameless.people / cast(respondents.respondents as double)
      * (ln((1D + everybody.people) / (1D + nameless.people_anywhere)) + 1) as score
  from nameless
  cross join everybody
  inner join respondents
    on nameless.meeting_id = respondents.meeting_id
    and nameless.poll_title = respondents.poll_title
    and nameless.question = respondents.question
  left join within_longer
    on nameless.meeting_id = within_longer.meeting_id
    and nameless.poll_title = within_longer.poll_title
    and nameless.question = within_longer.question
    and nameless.stems = within_longer.stems
  where coalesce(within_longer.people < 0.8 * nameless.people, true)
),

ranked as (
  select
    *,
    row_number() over (partition by meeting_id, poll_title, question order by score desc, people desc, term) as place
  from scored
)

select *
from ranked
where place <= 12
