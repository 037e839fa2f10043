-- The true counts of every question, not for publication.
-- Grain: one row per meeting, poll title and question, with a list of its answers.
-- Respondents are people who gave an answer. A text question has one line for all who wrote something, (any text), and the
-- terms of stg_poll_terms after it. Attendees stay empty if no list of them is known, or if they are too few to be shown.
with

-- Every person stands in one row of place 0 for each question, whatever number of options they chose.
chosen as (
  select
    meeting_id,
    poll_title,
    question,
    question_no,
    meeting_date,
    question_kind,
    anonymous,
    posexplode_outer(options) as (place, option)
  from stg_poll_people
),

answers as (
  select
    meeting_id,
    poll_title,
    question,
    if(question_kind = 'text' and option is not null, '(any text)', option.answer) as answer,
    min(question_no) as question_no,
    max(meeting_date) as meeting_date,
    min(question_kind) as question_kind,
    bool_or(anonymous) as anonymous,
    min(option.answer_order) as answer_order,
    bool_or(option.correct) as correct,
    if(min(question_kind) = 'text', count_if(coalesce(place, 0) = 0), count(*)) as people,
    count_if(coalesce(place, 0) = 0) as first_answers
  from chosen
  group by meeting_id, poll_title, question, if(question_kind = 'text' and option is not null, '(any text)', option.answer)
),

lines as (
  select
    meeting_id,
    poll_title,
    question,
    question_no,
    meeting_date,
    question_kind,
    anonymous,
    if(answer is null, 0, first_answers) as respondents,
    if(answer is null, people, 0) as passed_over,
    if(
      answer is null,
      null,
      struct(
        if(question_kind = 'text', 1, answer_order) as answer_order,
        answer,
        if(question_kind = 'text', 'text', 'choice') as answer_kind,
        correct,
        people as answers
      )
    ) as line
  from answers
  union all
  select
    meeting_id,
    poll_title,
    question,
    null as question_no,
    null as meeting_date,
    null as question_kind,
    null as anonymous,
    0 as respondents,
    0 as passed_over,
    struct(
      1 + row_number() over (partition by meeting_id, poll_title, question order by people desc, term) as answer_order,
      term as answer,
      'term' as answer_kind,
      cast(null as boolean) as correct,
      people as answers
    ) as line
  from stg_poll_terms
),

questions as (
  select
    meeting_id,
    poll_title,
    question,
    min(question_no) as question_no,
    max(meeting_date) as meeting_date,
    min(question_kind) as question_kind,
    bool_or(anonymous) as anonymous,
    sum(respondents) as respondents,
    sum(passed_over) as passed_over,
    collect_list(line) as answers
  from lines
  group by meeting_id, poll_title, question
),

attendance as (
  select
    meeting_id,
    count(*) as attendees
  from stg_attendees
  group by meeting_id
  having count(*) >= :threshold
)

select
  pseudonym(questions.meeting_id) as meeting_key,
  questions.meeting_id,
  questions.poll_title,
  questions.question,
  questions.question_no,
  questions.meeting_date,
  questions.question_kind,
  questions.anonymous,
  questions.respondents,
  questions.passed_over,
  questions.answers,
  attendance.attendees
from questions
left join attendance
  on questions.meeting_id = attendance.meeting_id
