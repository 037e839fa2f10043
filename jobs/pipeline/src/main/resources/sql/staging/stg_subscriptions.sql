-- Subscriptions to publications with the customer they name or were linked to.
-- Grain: one row per subscription.
with

links as (
  select row_key, customer_id as linked_customer_id
  from stg_linked_customers
  where table_name = 'publication_subscriptions'
)

select
  publication_subscriptions.* except (customer_id),
  coalesce(links.linked_customer_id, publication_subscriptions.customer_id) as customer_id
from publication_subscriptions
left join links
  on publication_subscriptions.subscription_id = links.row_key
