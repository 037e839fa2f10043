-- What customers bought since the day needs were scored on, and in the year before it.
-- Grain: one row per customer and service.
-- Before counts orders of the year before and metered use with the Postal Service in the 12 full months before.
with

orders as (
  select
    stg_order_lines.customer_id,
    stg_order_lines.service,
    bool_or(stg_order_lines.order_date > stg_scoring.scored_on) as after,
    bool_or(
      stg_order_lines.order_date <= stg_scoring.scored_on
        and stg_order_lines.order_date > add_months(stg_scoring.scored_on, -12)
    ) as before
  from stg_order_lines
  cross join stg_scoring
  group by stg_order_lines.customer_id, stg_order_lines.service
),

both_sides as (
  select
    pseudonym(customer_id) as customer_key,
    service,
    after,
    before
  from orders
  union all
  select
    service_mix.customer_key,
    service_mix.service,
    false as after,
    service_mix.month >= add_months(trunc(stg_scoring.scored_on, 'MM'), -12)
      and service_mix.month < trunc(stg_scoring.scored_on, 'MM') as before
  from service_mix
  cross join stg_scoring
  where service_mix.usps_spend > 0
)

select
  customer_key,
  service,
  bool_or(after) as after,
  bool_or(before) as before
from both_sides
group by customer_key, service
