-- Answers with the customer they name or were linked to; an anonymous answer is linked to nobody.
-- Grain: one row per answer.
with

links as (
  select row_key, customer_id as linked_customer_id
  from stg_linked_customers
  where table_name = 'poll_responses'
)

select
  poll_responses.* except (customer_id),
  coalesce(links.linked_customer_id, poll_responses.customer_id) as customer_id
from poll_responses
left join links
  on not poll_responses.anonymous
  and concat_ws('/', poll_responses.meeting_id, poll_responses.respondent_key) = links.row_key
