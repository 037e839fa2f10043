-- What does each customer use from the Postal Service and from competitors, and which share is the Postal Service's?
-- Grain: one row per customer, month and service.
-- The share is of spending, not of pieces. Of competitors with equal spending the first by name leads.
with

providers as (
  select
    customer_id,
    month,
    service,
    provider,
    units,
    spend,
    provider = 'USPS' as is_usps
  from service_usage
  where month <= :as_of
),

mixed as (
  select
    customer_id,
    month,
    service,
    sum(if(is_usps, units, 0)) as usps_units,
    sum(if(is_usps, spend, 0)) as usps_spend,
    sum(if(is_usps, 0, units)) as competitor_units,
    sum(if(is_usps, 0, spend)) as competitor_spend,
    sum(spend) as spend,
    min_by(provider, struct(-spend, provider)) filter (where not is_usps and spend > 0) as leading_competitor
  from providers
  group by customer_id, month, service
)

select
  pseudonym(customer_id) as customer_key,
  month,
  service,
  usps_units,
  usps_spend,
  competitor_units,
  competitor_spend,
  cast(try_divide(usps_spend, spend) as double) as usps_share,
  leading_competitor
from mixed
