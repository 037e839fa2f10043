-- Which services each customer uses and for how much, over a year: from any provider in the 12 full months before the month
-- of the as-of day, or ordered in the last 12 months. Some services are ordered and not metered; for those the orders tell
-- the spending with the Postal Service.
-- Grain: one row per customer and service.
with

ordered as (
  select
    customer_id,
    service,
    sum(amount) as order_spend,
    max(order_date) as last_order_on
  from stg_order_lines
  where order_date > add_months(:as_of, -12)
  group by customer_id, service
),

used as (
  select
    customer_key,
    service,
    usps_spend,
    competitor_spend,
    0 as order_spend,
    null as last_order_on
  from stg_service_year
  where usps_spend + competitor_spend > 0
  union all
  select
    pseudonym(customer_id) as customer_key,
    service,
    0 as usps_spend,
    0 as competitor_spend,
    order_spend,
    last_order_on
  from ordered
)

select
  customer_key,
  service,
  coalesce(nullif(sum(usps_spend), 0), sum(order_spend)) as usps_spend,
  sum(competitor_spend) as competitor_spend,
  max(last_order_on) as last_order_on
from used
group by customer_key, service
