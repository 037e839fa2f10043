-- Customers and their spending by segment, the segment that spends most first.
-- A segment of fewer customers than the threshold shows no figures; if it is the only such one, the next smallest shows
-- none either, so that nothing follows from the sum of all.
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

judged as (
  select
    *,
    customers < :threshold
      or (
        count_if(customers < :threshold) over () = 1
        and row_number() over (order by customers, segment) = 2
      ) as hidden
  from segments
)

select
  segment,
  if(hidden, null, customers) as customers,
  if(hidden, null, cast(spend_12m as decimal(18, 2))) as spend_12m,
  if(hidden, null, cast(spend_previous_12m as decimal(18, 2))) as spend_previous_12m,
  if(
    hidden, null, cast(try_divide(spend_12m - spend_previous_12m, spend_previous_12m) as double)
  ) as trend,
  hidden as suppressed
from judged
order by hidden, spend_12m desc, segment
