-- How many people got each number of a quiz's questions right.
-- Grain: one row per meeting and poll title. Anonymous answers are not counted by person.
with

scored as (
  select
    meeting_id,
    poll_title,
    person,
    count_if(get(options, 0).correct) as rights
  from stg_poll_people
  where question_kind = 'quiz' and not anonymous
  group by meeting_id, poll_title, person
  having count_if(size(options) > 0) > 0
),

levels as (
  select
    meeting_id,
    poll_title,
    rights,
    count(*) as people
  from scored
  group by meeting_id, poll_title, rights
)

select
  pseudonym(meeting_id) as meeting_key,
  poll_title,
  collect_list(struct(rights, people)) as levels,
  sum(people) as respondents
from levels
group by meeting_id, poll_title
