-- Customers a need may be found for: all whose relationship lasts on the as-of day.
-- Grain: one row per customer.
with

current_customers as (
  select
    customer_id,
    pseudonym(customer_id) as customer_key,
    customer_kind,
    naics_sector,
    size_band
  from stg_customers
  where coalesce(relationship_ended_on > :as_of, true)
)

select
  current_customers.customer_id,
  current_customers.customer_key,
  current_customers.customer_kind,
  current_customers.naics_sector,
  current_customers.size_band,
  coalesce(customer_value.segment, 'No orders') as segment
from current_customers
left join customer_value
  on current_customers.customer_key = customer_value.customer_key
