-- What customers said, in which a need may be found.
-- Grain: one row per text.
-- A text that names no customer counts for the one its row was linked to; an anonymous answer leads to nobody. A call that was
-- won met its need. Contest answers and quiz answers ask for no need. Texts of all days are here: how long a statement
-- counts is for its readers to say. The texts are read by stg_stated_needs alone and do not leave it.
with

links as (
  select table_name, row_key, customer_id as linked_customer_id
  from stg_linked_customers
),

texts as (
  select
    'sales_calls' as table_name,
    cast(null as string) as row_key,
    customer_id,
    'call' as channel,
    called_on as said_on,
    cast(null as string) as question,
    stated_needs as said
  from sales_calls
  where stated_needs is not null
    and outcome <> 'won'
  union all
  select
    'survey_responses' as table_name,
    concat_ws('/', survey_id, respondent_id) as row_key,
    customer_id,
    'survey' as channel,
    answered_on as said_on,
    question,
    answer as said
  from survey_responses
  where answer is not null
    and kind = 'survey'
  union all
  select
    'poll_responses' as table_name,
    concat_ws('/', meeting_id, respondent_key) as row_key,
    customer_id,
    'poll' as channel,
    meeting_date as said_on,
    question,
    answer as said
  from poll_responses
  where answer is not null
    and not anonymous
    and question_kind in ('single', 'multiple', 'text')
  union all
  select
    'chat_messages' as table_name,
    concat_ws('/', meeting_id, message_id) as row_key,
    customer_id,
    'chat' as channel,
    meeting_date as said_on,
    cast(null as string) as question,
    message as said
  from chat_messages
)

select
  coalesce(links.linked_customer_id, texts.customer_id) as customer_id,
  texts.channel,
  texts.said_on,
  texts.question,
  texts.said
from texts
left join links
  on texts.table_name = links.table_name
  and texts.row_key = links.row_key
where coalesce(links.linked_customer_id, texts.customer_id) is not null
