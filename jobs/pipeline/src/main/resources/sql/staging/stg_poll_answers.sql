-- Answers with the customer they name or were linked to; an anonymous answer is linked to nobody.
-- Grain: one row per answer.
-- A poll's definition counts whenever it was written: it gives the kind, the options' order and the right answers, and takes
-- apart what came joined before anybody had said that several could be chosen. A poll that one export of its meeting names
-- has that title in what came by others too.
with

links as (
  select row_key, customer_id as linked_customer_id
  from stg_linked_customers
  where table_name = 'poll_responses'
),

titles as (
  select
    meeting_id,
    poll_id,
    question,
    max(poll_title) as known_title
  from poll_responses
  group by meeting_id, poll_id, question
  having count(poll_title) between 1 and count(*) - 1
),

given as (
  select
    poll_responses.* except (customer_id, poll_title, question_kind, answer),
    coalesce(links.linked_customer_id, poll_responses.customer_id) as customer_id,
    coalesce(poll_responses.poll_title, titles.known_title, 'Poll') as poll_title,
    coalesce(definitions.kind, poll_responses.question_kind) as question_kind,
    definitions.kind is not null as defined,
    coalesce(definitions.sensitive, false) as sensitive,
    definitions.options as options,
    definitions.right_answers as right_answers,
    explode_outer(
      if(
        definitions.kind = 'multiple' and poll_responses.question_kind <> 'multiple',
        filter(
          transform(regexp_extract_all(poll_responses.answer, definitions.pattern, 1), answer -> trim(answer)),
          answer -> answer <> ''
        ),
        array(poll_responses.answer)
      )
    ) as answer
  from poll_responses
  left join links
    on not poll_responses.anonymous
    and concat_ws('/', poll_responses.meeting_id, poll_responses.respondent_key) = links.row_key
  left join titles
    on poll_responses.meeting_id = titles.meeting_id
    and poll_responses.poll_id = titles.poll_id
    and poll_responses.question = titles.question
  left join stg_poll_definitions as definitions
    on lower(trim(regexp_replace(poll_responses.question, r'[\p{Z}\s]+', ' '))) = definitions.wording
)

select
  given.* except (defined, options, right_answers, answer_order, correct),
  if(defined, cast(nullif(array_position(options, answer), 0) as int), answer_order) as answer_order,
  case
    when not defined then correct
    when question_kind = 'quiz' and size(right_answers) > 0 then array_contains(right_answers, answer)
  end as correct
from given
