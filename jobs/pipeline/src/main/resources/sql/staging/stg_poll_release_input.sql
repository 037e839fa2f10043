-- What is decided on for each question: its true counts, what the previous run published, and all that was ever published.
-- Not for publication. Grain: one row per meeting, poll title and question.
with

published as (
  select
    meeting_key,
    poll_title,
    question,
    array_sort(collect_list(struct(answer_order, answer, answer_kind, correct, answers, respondents))) as before
  from before_poll_results
  group by meeting_key, poll_title, question
),

editions as (
  select
    meeting_key,
    poll_title,
    question,
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
  group by meeting_key, poll_title, question
)

select
  stg_poll_counts.* except (answers),
  array_sort(stg_poll_counts.answers) as counted,
  published.before,
  editions.editions
from stg_poll_counts
left join published
  on stg_poll_counts.meeting_key = published.meeting_key
  and stg_poll_counts.poll_title = published.poll_title
  and stg_poll_counts.question = published.question
left join editions
  on stg_poll_counts.meeting_key = editions.meeting_key
  and stg_poll_counts.poll_title = editions.poll_title
  and stg_poll_counts.question = editions.question
