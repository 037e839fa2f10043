-- Customers and their spending by segment, the segment that spends most first. Segments of too few customers are one, other,
-- which the next smallest joins until enough stand behind it: the lines add up to all customers.
with

segments as (
  select
    segment,
    count(*) as customers,
    sum(spend_12m) as spend_12m,
    sum(spend_previous_12m) as spend_previous_12m
  from customer_value
  group by segment
),

placed as (
  select
    *,
    coalesce(
      customers < :minimum_group
        or sum(customers) over (order by customers, segment rows between unbounded preceding and 1 preceding) < :minimum_group,
      false
    ) as taken_together
  from segments
),

groups as (
  select
    if(taken_together, 'other', segment) as segment,
    sum(customers) as customers,
    sum(spend_12m) as spend_12m,
    sum(spend_previous_12m) as spend_previous_12m
  from placed
  group by if(taken_together, 'other', segment)
)

select
  segment,
  if(customers < :minimum_group, null, customers) as customers,
  if(customers < :minimum_group, null, cast(spend_12m as decimal(18, 2))) as spend_12m,
  if(customers < :minimum_group, null, cast(spend_previous_12m as decimal(18, 2))) as spend_previous_12m,
  if(
    customers < :minimum_group, null, cast(try_divide(spend_12m - spend_previous_12m, spend_previous_12m) as double)
  ) as trend,
  customers < :minimum_group as suppressed
from groups
order by segment = 'other', spend_12m desc, segment
