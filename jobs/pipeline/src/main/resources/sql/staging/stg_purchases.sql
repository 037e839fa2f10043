-- Each customer's orders up to the as-of day in the figures the value models ask for.
-- Grain: one row per customer with a purchase.
-- Days bought on are what the value models call transactions: orders of one day are one purchase. Recency and age are
-- theirs too, counted from the first purchase; the repeat mean is that of the days after the first one.
select
  customer_key,
  first_order_on,
  last_order_on,
  orders as frequency,
  spend as monetary,
  spend_3m,
  spend_previous_3m,
  spend_3m_year_before,
  spend_12m,
  spend_previous_12m,
  order_days - 1 as repeat_purchases,
  datediff(last_order_on, first_order_on) as recency_days,
  datediff(:as_of, first_order_on) as age_days,
  cast(try_divide(spend - spend_first_day, order_days - 1) as double) as repeat_mean
from customer_purchases
