-- Which services each customer used in the last year, from any provider, and what kind of customer it is.
-- Grain: one row per customer; used is empty where no use is known.
with

portfolios as (
  select
    customer_key,
    collect_list(struct(service, usps_spend)) as used
  from stg_service_history
  where usps_spend + competitor_spend > 0
  group by customer_key
),

everybody as (
  select
    pseudonym(customer_id) as customer_key,
    customer_kind,
    naics,
    size_band
  from stg_customers
)

select
  everybody.customer_key,
  portfolios.used,
  everybody.customer_kind,
  everybody.naics,
  everybody.size_band
from everybody
left join portfolios
  on everybody.customer_key = portfolios.customer_key
