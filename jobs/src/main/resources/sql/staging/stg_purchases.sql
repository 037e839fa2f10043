-- Each customer's orders up to the as-of day in figures.
-- Grain: one row per customer with a purchase.
-- Days bought on are what the value models call transactions: orders of one day are one purchase. Recency and age are
-- theirs too, counted from the first purchase; the repeat mean is that of the days after the first one. The order lines
-- are brought together by customer once and for both steps.
with

orders as (
  select /*+ repartition(customer_key) */
    customer_key,
    order_date,
    amount
  from customer_orders
  where order_date <= :as_of
),

days as (
  select
    customer_key,
    order_date,
    count(*) as orders,
    sum(amount) as amount
  from orders
  group by customer_key, order_date
),

purchases as (
  select
    customer_key,
    min(order_date) as first_order_on,
    max(order_date) as last_order_on,
    sum(orders) as frequency,
    sum(amount) as monetary,
    count(*) - 1 as repeat_purchases,
    sum(amount) - min_by(amount, order_date) as repeat_amount,
    sum(if(order_date > add_months(:as_of, -3), amount, 0)) as spend_3m,
    sum(if(order_date > add_months(:as_of, -6) and order_date <= add_months(:as_of, -3), amount, 0))
      as spend_previous_3m,
    sum(if(order_date > add_months(:as_of, -15) and order_date <= add_months(:as_of, -12), amount, 0))
      as spend_3m_year_before,
    sum(if(order_date > add_months(:as_of, -12), amount, 0)) as spend_12m,
    sum(if(order_date > add_months(:as_of, -24) and order_date <= add_months(:as_of, -12), amount, 0))
      as spend_previous_12m
  from days
  group by customer_key
)

select
  customer_key,
  first_order_on,
  last_order_on,
  frequency,
  monetary,
  spend_3m,
  spend_previous_3m,
  spend_3m_year_before,
  spend_12m,
  spend_previous_12m,
  repeat_purchases,
  datediff(last_order_on, first_order_on) as recency_days,
  datediff(:as_of, first_order_on) as age_days,
  cast(try_divide(repeat_amount, repeat_purchases) as double) as repeat_mean
from purchases
