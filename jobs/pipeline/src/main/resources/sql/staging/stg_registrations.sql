-- Registrations for events with the customer they name or were linked to.
-- Grain: one row per registration.
with

links as (
  select row_key, customer_id as linked_customer_id
  from stg_linked_customers
  where table_name = 'event_registrations'
)

select
  event_registrations.* except (customer_id),
  coalesce(links.linked_customer_id, event_registrations.customer_id) as customer_id
from event_registrations
left join links
  on event_registrations.registration_id = links.row_key
