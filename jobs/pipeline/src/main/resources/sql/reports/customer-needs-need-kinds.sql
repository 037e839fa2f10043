-- Customers and expected value by kind of need, the kind worth most first. Kinds found in too few customers are one, other,
-- which the next smallest joins until enough stand behind it.
with

kinds as (
  select
    need_name,
    coalesce(
      count(distinct customer_key) < :minimum_group
        or sum(count(distinct customer_key)) over (
          order by count(distinct customer_key), need_name
          rows between unbounded preceding and 1 preceding
        ) < :minimum_group,
      false
    ) as taken_together
  from customer_needs
  group by need_name
),

groups as (
  select
    if(kinds.taken_together, 'other', kinds.need_name) as need_kind,
    count(distinct customer_needs.customer_key) as customers,
    sum(customer_needs.expected_value) as expected_value
  from customer_needs
  inner join kinds
    on customer_needs.need_name = kinds.need_name
  group by if(kinds.taken_together, 'other', kinds.need_name)
)

select
  need_kind,
  if(customers < :minimum_group, null, customers) as customers,
  if(customers < :minimum_group, null, cast(expected_value as decimal(18, 2))) as expected_value,
  customers < :minimum_group as suppressed
from groups
order by need_kind = 'other', expected_value desc nulls last, need_kind
