-- What does each customer use from the Postal Service and from competitors, and which share is the Postal Service's?
-- Grain: one row per customer, month and service.
-- The share is of spending, not of pieces. Where nothing was ever recorded of a customer's use of any competitor it stays
-- empty: nothing known is not nothing spent. Of competitors with equal spending the first by name leads. Months after
-- that of the as-of day are left out; within a month the rows of a customer follow from nothing but its own records.
with

providers as (
  select
    customer_id,
    month,
    service,
    provider,
    units,
    spend,
    provider = 'USPS' as is_usps,
    bool_or(provider <> 'USPS') over (partition by customer_id) as competitors_known
  from service_usage
  where month <= :as_of_month
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
    bool_or(competitors_known) as competitors_known,
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
  if(competitors_known, cast(try_divide(usps_spend, spend) as double), null) as usps_share,
  leading_competitor,
  case
    when not competitors_known then 'no_competitor_data'
    when spend = 0 then 'nothing_spent'
  end as share_gap
from mixed
