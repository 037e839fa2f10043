-- What each customer used of each service in the last year and in the year before, and with whom.
-- Grain: one row per customer and service.
-- Usage is that of the 24 full months before the month of the as-of day, the running month being incomplete; orders count
-- to the day. Some services are ordered and not metered: spending with the Postal Service is what was metered, or else what
-- was ordered.
with

metered as (
  select
    customer_key,
    service,
    month >= add_months(trunc(:as_of, 'MM'), -12) as in_year,
    month,
    usps_spend,
    competitor_spend,
    leading_competitor
  from service_mix
  where month >= add_months(trunc(:as_of, 'MM'), -24)
    and month < trunc(:as_of, 'MM')
),

metered_years as (
  select
    customer_key,
    service,
    sum(if(in_year, usps_spend, 0)) as usps_spend,
    sum(if(in_year, 0, usps_spend)) as usps_spend_before,
    sum(if(in_year, competitor_spend, 0)) as competitor_spend,
    count_if(in_year and competitor_spend > 0) as competitor_months,
    max_by(leading_competitor, struct(competitor_spend, month)) filter (where in_year and competitor_spend > 0)
      as leading_competitor
  from metered
  group by customer_key, service
),

ordered_years as (
  select
    customer_id,
    service,
    sum(if(order_date > add_months(:as_of, -12), amount, 0)) as order_spend,
    sum(if(order_date > add_months(:as_of, -12), 0, amount)) as order_spend_before,
    size(collect_set(if(order_date > add_months(:as_of, -12), null, order_date))) as order_days_before,
    max(order_date) as last_order_on
  from stg_order_lines
  where order_date > add_months(:as_of, -24)
  group by customer_id, service
),

sides as (
  select
    customer_key,
    service,
    usps_spend,
    usps_spend_before,
    competitor_spend,
    competitor_months,
    leading_competitor,
    0 as order_spend,
    0 as order_spend_before,
    0 as order_days_before,
    null as last_order_on
  from metered_years
  union all
  select
    pseudonym(customer_id) as customer_key,
    service,
    0 as usps_spend,
    0 as usps_spend_before,
    0 as competitor_spend,
    0 as competitor_months,
    null as leading_competitor,
    order_spend,
    order_spend_before,
    order_days_before,
    last_order_on
  from ordered_years
)

select
  customer_key,
  service,
  coalesce(nullif(sum(usps_spend), 0), sum(order_spend)) as usps_spend,
  coalesce(nullif(sum(usps_spend_before), 0), sum(order_spend_before)) as usps_spend_before,
  sum(competitor_spend) as competitor_spend,
  sum(competitor_months) as competitor_months,
  max(leading_competitor) as leading_competitor,
  sum(order_days_before) as order_days_before,
  max(last_order_on) as last_order_on
from sides
group by customer_key, service
