-- Which customers also sell to the organization, and what hangs on both sides?
-- Grain: one row per customer who is also a supplier.
-- A contract that names no customer counts for the one it was linked to.
-- A contract is in force on the as-of day if that day lies from its first to its last day.
with

links as (
  select row_key, customer_id as linked_customer_id
  from stg_linked_customers
  where table_name = 'supplier_contracts'
),

contracts as (
  select
    coalesce(links.linked_customer_id, supplier_contracts.customer_id) as customer_id,
    value,
    current_end_on,
    start_on <= :as_of and coalesce(current_end_on >= :as_of, true) as in_force
  from supplier_contracts
  left join links
    on supplier_contracts.award_key = links.row_key
  where coalesce(links.linked_customer_id, supplier_contracts.customer_id) is not null
),

suppliers as (
  select
    pseudonym(customer_id) as customer_key,
    count_if(in_force) as contracts,
    sum(if(in_force, value, 0)) as contract_value,
    min(if(in_force, current_end_on, null)) as next_end_on
  from contracts
  group by customer_id
)

select
  suppliers.customer_key,
  suppliers.contracts,
  suppliers.contract_value,
  datediff(suppliers.next_end_on, :as_of) as next_end_in_days,
  coalesce(customer_purchases.spend_12m, 0) as spend_12m
from suppliers
left join customer_purchases
  on suppliers.customer_key = customer_purchases.customer_key
