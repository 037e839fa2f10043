-- Who answered what in a poll, person by person.
-- Grain: one row per meeting, poll title, question and person; a poll launched twice under one title is one poll.
-- A person who gave an e-mail address is known by it, else by the participant number, else by the respondent number; one
-- name under two addresses is two people. An anonymous answer is known by its respondent number alone and carries nothing
-- by which it could be joined. Of a person who answered a question of one choice again the last answer counts; the same
-- option chosen twice is one. Options stays empty if the question was shown and passed over.
with

given as (
  select
    meeting_id,
    meeting_date,
    poll_title,
    question,
    question_kind,
    sensitive,
    anonymous,
    respondent_key,
    if(anonymous, null, participant_id) as participant_id,
    if(anonymous, null, customer_id) as customer_id,
    if(anonymous, null, nullif(lower(trim(email)), '')) as email,
    nullif(trim(answer), '') as answer,
    answer_order,
    correct,
    question_no,
    struct(answered_at, respondent_key, answer_no) as place
  from stg_poll_answers
  where meeting_date <= :as_of
),

persons as (
  select
    meeting_id,
    poll_title,
    question,
    case
      when anonymous then concat('a:', respondent_key)
      when email is not null then concat('e:', email)
      when participant_id is not null then concat('p:', participant_id)
      else concat('r:', respondent_key)
    end as person,
    meeting_date,
    question_kind,
    sensitive,
    anonymous,
    participant_id,
    customer_id,
    email,
    if(answer is null, null, struct(answer, answer_order, correct)) as option,
    question_no,
    place
  from given
),

by_person as (
  select
    meeting_id,
    poll_title,
    question,
    person,
    max(meeting_date) as meeting_date,
    min(question_kind) as question_kind,
    bool_or(sensitive) as sensitive,
    bool_or(anonymous) as anonymous,
    min(participant_id) as participant_id,
    min(customer_id) as customer_id,
    min(email) as email,
    min(question_no) as question_no,
    max_by(option, place) filter (where option is not null) as last_option,
    array_sort(collect_set(option)) as options
  from persons
  group by meeting_id, poll_title, question, person
)

select
  meeting_id,
  poll_title,
  question,
  person,
  meeting_date,
  question_no,
  question_kind,
  sensitive,
  anonymous,
  participant_id,
  customer_id,
  email,
  case
    when question_kind in ('multiple', 'text')
      then filter(options, (option, i) -> i = 0 or option.answer <> options[greatest(i - 1, 0)].answer)
    else array_compact(array(last_option))
  end as options
from by_person
