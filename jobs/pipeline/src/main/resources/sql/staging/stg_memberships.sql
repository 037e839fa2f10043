-- Memberships in organizations with the customer they name or were linked to.
-- Grain: one row per membership.
with

links as (
  select row_key, customer_id as linked_customer_id
  from stg_linked_customers
  where table_name = 'organization_memberships'
)

select
  organization_memberships.* except (customer_id),
  coalesce(links.linked_customer_id, organization_memberships.customer_id) as customer_id
from organization_memberships
left join links
  on organization_memberships.membership_id = links.row_key
