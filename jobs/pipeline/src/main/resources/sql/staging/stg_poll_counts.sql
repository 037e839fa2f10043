-- The counts of every question as it stands today, and who is counted in it.
-- Grain: one row per meeting, poll title and question, with a list of its lines.
-- Respondents are people who gave an answer. A text question has one line for all who wrote something, (any text), and the
-- terms of stg_poll_terms after it. Grades from 0 to 10 are counted one by one and in the three groups of the Net Promoter
-- Score (Reichheld 2003). Of a sensitive question the answers of fewer people than the minimum group are one line, (other
-- answers), which the next smallest joins until enough people stand behind it; its grades are counted in groups only.
-- Respondents of an anonymous question are kept as hashes of their numbers. Attendees stay empty if no list of them is
-- known, or if they are too few.
with

people as (
  select
    *,
    if(
      sensitive and question_kind = 'nps',
      transform(
        options,
        option -> named_struct(
          'answer', case
            when option.answer rlike '^[0-6]$' then 'detractors (0–6)'
            when option.answer rlike '^[78]$' then 'passives (7–8)'
            when option.answer rlike '^(9|10)$' then 'promoters (9–10)'
            else option.answer
          end,
          'answer_order', option.answer_order,
          'correct', option.correct
        )
      ),
      options
    ) as given,
    bool_or(anonymous) over (partition by meeting_id, poll_title, question) as any_anonymous
  from stg_poll_people
),

-- Every person stands in one row of place 0 for each question, whatever number of options they chose.
chosen as (
  select * except (options, given), posexplode_outer(given) as (place, option)
  from people
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
    bool_or(sensitive) as sensitive,
    bool_or(anonymous) as anonymous,
    min(option.answer_order) as answer_order,
    bool_or(option.correct) as correct,
    if(min(question_kind) = 'text', count_if(coalesce(place, 0) = 0), count(*)) as people,
    count_if(coalesce(place, 0) = 0) as first_answers,
    collect_list(
      if(
        any_anonymous and option is not null and place = 0,
        xxhash64(meeting_id, if(anonymous, person, pseudonym(person))),
        null
      )
    ) as counted,
    collect_list(if(sensitive, person, null)) as persons
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
    sensitive,
    anonymous,
    counted,
    if(answer is null, 0, first_answers) as respondents,
    if(answer is null, people, 0) as passed_over,
    if(
      answer is null,
      null,
      struct(
        if(question_kind = 'text', 1, answer_order) as answer_order,
        answer,
        case
          when question_kind = 'text' then 'text'
          when sensitive and question_kind = 'nps' and answer rlike r'^(detractors|passives|promoters) \(' then 'group'
          else 'choice'
        end as answer_kind,
        correct,
        people as answers,
        persons
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
    null as sensitive,
    null as anonymous,
    array() as counted,
    0 as respondents,
    0 as passed_over,
    struct(
      1 + place as answer_order,
      term as answer,
      'term' as answer_kind,
      cast(null as boolean) as correct,
      people as answers,
      array() as persons
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
    bool_or(sensitive) as sensitive,
    bool_or(anonymous) as anonymous,
    sum(respondents) as respondents,
    sum(passed_over) as passed_over,
    array_sort(flatten(collect_list(counted))) as counted,
    array_sort(collect_list(line)) as lines
  from lines
  group by meeting_id, poll_title, question
),

-- The answers of a sensitive question in ascending order of people, as far as they go into one line.
ranked as (
  select
    *,
    if(
      sensitive and question_kind <> 'text',
      aggregate(
        array_sort(transform(lines, line -> struct(line.answers as people, line.answer, line.persons))),
        struct(0L as people, cast(array() as array<string>) as answers, cast(array() as array<string>) as persons),
        (rare, next) -> if(
          next.people < :minimum_group or rare.people between 1 and :minimum_group - 1,
          struct(
            rare.people + next.people as people,
            array_append(rare.answers, next.answer) as answers,
            array_union(rare.persons, next.persons) as persons
          ),
          rare
        )
      ),
      null
    ) as rare
  from questions
),

folded as (
  select
    * except (lines, rare),
    if(
      size(rare.answers) > 0,
      array_append(
        filter(lines, line -> not array_contains(rare.answers, line.answer)),
        struct(
          null as answer_order,
          '(other answers)' as answer,
          'other' as answer_kind,
          null as correct,
          if(size(rare.persons) < :minimum_group, null, cast(size(rare.persons) as bigint)) as answers,
          null as persons
        )
      ),
      lines
    ) as lines
  from ranked
),

attendance as (
  select
    meeting_id,
    count(*) as attendees
  from stg_attendees
  group by meeting_id
  having count(*) >= :minimum_group
),

-- A line whose place is not known comes after those before it; groups of grades, then no answer, come last.
placed as (
  select
    *,
    concat(
      transform(
        lines,
        (line, i) -> struct(
          coalesce(line.answer_order, i + 1) as answer_order,
          line.answer,
          line.answer_kind,
          line.correct,
          line.answers
        )
      ),
      if(
        question_kind = 'nps' and not sensitive and respondents > 0 and forall(lines, line -> line.answer rlike '^(10|[0-9])$'),
        transform(
          array(
            struct('detractors (0–6)' as label, 0 as low, 6 as high),
            struct('passives (7–8)' as label, 7 as low, 8 as high),
            struct('promoters (9–10)' as label, 9 as low, 10 as high)
          ),
          (grades, i) -> struct(
            12 + i as answer_order,
            grades.label as answer,
            'group' as answer_kind,
            cast(null as boolean) as correct,
            aggregate(
              filter(lines, line -> cast(line.answer as int) between grades.low and grades.high),
              0L,
              (people, line) -> people + line.answers
            ) as answers
          )
        ),
        array()
      )
    ) as all_lines
  from folded
)

select
  pseudonym(placed.meeting_id) as meeting_key,
  placed.meeting_id,
  placed.poll_title,
  placed.question,
  placed.question_no,
  placed.meeting_date,
  placed.question_kind,
  placed.sensitive,
  placed.anonymous,
  placed.respondents,
  placed.counted,
  if(
    placed.passed_over > 0,
    array_append(
      placed.all_lines,
      struct(
        coalesce(array_max(placed.all_lines.answer_order), 0) + 1 as answer_order,
        'no answer' as answer,
        'no answer' as answer_kind,
        cast(null as boolean) as correct,
        placed.passed_over as answers
      )
    ),
    placed.all_lines
  ) as lines,
  attendance.attendees
from placed
left join attendance
  on placed.meeting_id = attendance.meeting_id
