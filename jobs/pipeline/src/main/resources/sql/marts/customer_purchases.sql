-- What do each customer's purchases up to the day come to?
-- Grain: one row per customer with a purchase.
-- Only lines count that are purchases: a known customer, not cancelled, of positive quantity and price. An order bears the
-- date of its last line. Days are kept and no ages, and months reach back from the day: so a row stays what it is until the
-- customer orders again or one of its orders passes a border of these months, and the mart follows customer by customer.
-- The lines are brought together by customer once and for all steps.
with

lines as (
  select /*+ repartition(customer_id) */
    customer_id,
    order_id,
    order_date,
    amount
  from stg_purchase_lines
),

orders as (
  select
    customer_id,
    order_id,
    max(order_date) as order_date,
    sum(amount) as amount
  from lines
  group by customer_id, order_id
  having max(order_date) <= :as_of
),

days as (
  select
    customer_id,
    order_date,
    count(*) as orders,
    sum(amount) as amount
  from orders
  group by customer_id, order_date
),

last_days as (
  select
    *,
    max(order_date) over (partition by customer_id) as last_order_on
  from days
)

select
  pseudonym(customer_id) as customer_key,
  min(order_date) as first_order_on,
  max(last_order_on) as last_order_on,
  sum(orders) as orders,
  count(*) as order_days,
  cast(sum(amount) as decimal(18, 2)) as spend,
  cast(min_by(amount, order_date) as decimal(18, 2)) as spend_first_day,
  cast(sum(if(order_date > add_months(last_order_on, -12), amount, 0)) as decimal(18, 2)) as spend_last_active_12m,
  cast(sum(if(order_date > add_months(:as_of, -3), amount, 0)) as decimal(18, 2)) as spend_3m,
  cast(
    sum(if(order_date > add_months(:as_of, -6) and order_date <= add_months(:as_of, -3), amount, 0)) as decimal(18, 2)
  ) as spend_previous_3m,
  cast(
    sum(if(order_date > add_months(:as_of, -15) and order_date <= add_months(:as_of, -12), amount, 0)) as decimal(18, 2)
  ) as spend_3m_year_before,
  cast(sum(if(order_date > add_months(:as_of, -12), amount, 0)) as decimal(18, 2)) as spend_12m,
  cast(
    sum(if(order_date > add_months(:as_of, -24) and order_date <= add_months(:as_of, -12), amount, 0)) as decimal(18, 2)
  ) as spend_previous_12m
from last_days
group by customer_id
