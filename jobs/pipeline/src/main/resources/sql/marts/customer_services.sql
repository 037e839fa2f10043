-- What did each customer use of each service in the last year and in the year before, and with whom?
-- Grain: one row per customer and service.
-- Usage is that of the 24 full months before the month of the as-of day, the running month being incomplete; orders count
-- to the day. Some services are ordered and not metered: spending with the Postal Service is what was metered, or else what
-- was ordered. Of competitors the one with the largest month leads. A row stays what it is until the customer's records
-- change, an order passes a border of the two years, or a new month begins: so the mart follows customer by customer.
with

taken as (
  select
    customer_id,
    service,
    month,
    provider,
    spend,
    cast(null as date) as order_date,
    cast(null as decimal(18, 2)) as amount
  from service_usage
  where month >= add_months(:as_of_month, -24)
    and month < :as_of_month
  union all
  select
    customer_id,
    service,
    cast(null as date) as month,
    cast(null as string) as provider,
    cast(null as decimal(18, 2)) as spend,
    order_date,
    amount
  from stg_order_lines
  where order_date > add_months(:as_of, -24)
),

-- The orders of both years are one group without a month.
months as (
  select
    customer_id,
    service,
    month,
    month >= add_months(:as_of_month, -12) as in_year,
    sum(if(provider = 'USPS', spend, 0)) as usps_spend,
    sum(if(provider = 'USPS', 0, spend)) as competitor_spend,
    min_by(provider, struct(-spend, provider)) filter (where provider <> 'USPS' and spend > 0) as leading_competitor,
    sum(if(order_date > add_months(:as_of, -12), amount, 0)) as order_spend,
    sum(if(order_date > add_months(:as_of, -12), 0, amount)) as order_spend_before,
    size(collect_set(if(order_date > add_months(:as_of, -12), null, order_date))) as order_days_before,
    max(order_date) as last_order_on
  from (select /*+ repartition(customer_id) */ * from taken)
  group by customer_id, service, month
)

select
  pseudonym(customer_id) as customer_key,
  service,
  cast(coalesce(nullif(sum(if(in_year, usps_spend, 0)), 0), sum(order_spend), 0) as decimal(18, 2)) as usps_spend,
  cast(coalesce(nullif(sum(if(in_year, 0, usps_spend)), 0), sum(order_spend_before), 0) as decimal(18, 2))
    as usps_spend_before,
  cast(coalesce(sum(if(in_year, competitor_spend, 0)), 0) as decimal(18, 2)) as competitor_spend,
  count_if(in_year and competitor_spend > 0) as competitor_months,
  max_by(leading_competitor, struct(competitor_spend, month)) filter (where in_year and competitor_spend > 0)
    as leading_competitor,
  sum(order_days_before) as order_days_before,
  max(last_order_on) as last_order_on
from months
group by customer_id, service
