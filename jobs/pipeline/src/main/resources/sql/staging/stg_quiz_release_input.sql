-- What is decided on for each quiz: its true score distribution, the right answers that its questions show, and every
-- distribution published so far. Not for publication. Grain: one row per meeting and poll title.
with

quizzes as (
  select
    meeting_key,
    poll_title,
    min(meeting_topic) as meeting_topic,
    min(meeting_date) as meeting_date,
    min(platform) as platform,
    bool_or(anonymous) as anonymous,
    count(distinct question) as questions,
    if(count(answers) = count(*), coalesce(sum(answers) filter (where correct), 0), null) as right_answers
  from poll_results
  where question_kind = 'quiz' and answer_kind <> 'no answer'
  group by meeting_key, poll_title
),

editions as (
  select
    meeting_key,
    poll_title,
    array_sort(
      collect_list(
        struct(
          edition,
          respondents,
          from_json(lines, 'array<struct<answer_kind:string,answer:string,answers:bigint>>') as lines
        )
      )
    ) as editions
  from before_poll_editions
  where question = '(whole quiz)'
  group by meeting_key, poll_title
)

select
  quizzes.*,
  stg_quiz_counts.levels,
  editions.editions
from stg_quiz_counts
inner join quizzes
  on stg_quiz_counts.meeting_key = quizzes.meeting_key
  and stg_quiz_counts.poll_title = quizzes.poll_title
left join editions
  on stg_quiz_counts.meeting_key = editions.meeting_key
  and stg_quiz_counts.poll_title = editions.poll_title
