-- Contacts of campaigns with the customer they name or were linked to.
-- Grain: one row per campaign and recipient.
with

links as (
  select row_key, customer_id as linked_customer_id
  from stg_linked_customers
  where table_name = 'campaign_contacts'
)

select
  campaign_contacts.* except (customer_id),
  coalesce(links.linked_customer_id, campaign_contacts.customer_id) as customer_id
from campaign_contacts
left join links
  on concat_ws('/', campaign_contacts.campaign_id, campaign_contacts.recipient_id) = links.row_key
