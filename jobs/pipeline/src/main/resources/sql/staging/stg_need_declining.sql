-- Needs of customers who spend no more than half on a service of what they spent the year before.
-- Grain: one row per customer and service.
-- Strength: the part of the earlier spending that is gone. At stake: that part in dollars. Confidence: d of d + 3, of d
-- order days of the year before. A customer that buys nothing any more is lapsing, which is told once and not service by service.
with

compared as (
  select
    *,
    max(usps_spend) over (partition by customer_key) > 0 as still_buys
  from stg_service_history
)

select
  customer_key,
  'declining' as need_kind,
  service,
  cast(order_days_before as bigint) as evidence_count,
  cast(null as bigint) as evidence_base,
  last_order_on as evidence_on,
  cast(1 - usps_spend / usps_spend_before as double) as strength,
  usps_spend_before - usps_spend as value_at_stake,
  order_days_before / (order_days_before + 3D) as confidence,
  concat(
    'Spent $', format_number(usps_spend, 0), ' on {service} in the last 12 months and $',
    format_number(usps_spend_before, 0), ' in the 12 before, when it ordered on ', order_days_before,
    if(order_days_before = 1, ' day.', ' days.')
  ) as evidence
from compared
where usps_spend <= 0.5 * usps_spend_before
  and order_days_before > 0
  and still_buys
