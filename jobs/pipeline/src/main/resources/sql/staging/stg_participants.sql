-- Spells of people in meetings with the customer they name or were linked to.
-- Grain: one row per meeting, participant and spell.
with

links as (
  select row_key, customer_id as linked_customer_id
  from stg_linked_customers
  where table_name = 'meeting_participants'
)

select
  meeting_participants.* except (customer_id),
  coalesce(links.linked_customer_id, meeting_participants.customer_id) as customer_id
from meeting_participants
left join links
  on concat_ws('/', meeting_participants.meeting_id, meeting_participants.participant_id) = links.row_key
