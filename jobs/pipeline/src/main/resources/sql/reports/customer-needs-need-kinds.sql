-- Customers and expected value by kind of need, the kind worth most first. A kind found in fewer customers than the
-- threshold is left out.
with

by_customer as (
  select
    need_name,
    customer_key,
    sum(expected_value) as expected_value
  from customer_needs
  group by need_name, customer_key
)

select
  need_name as need_kind,
  count(*) as customers,
  cast(sum(expected_value) as decimal(18, 2)) as expected_value,
  false as suppressed
from by_customer
group by need_name
having count(*) >= :threshold
order by expected_value desc nulls last, need_name
