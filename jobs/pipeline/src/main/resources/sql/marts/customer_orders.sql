-- What did each customer order, and when?
-- Grain: one row per customer and order.
-- Only lines count that are purchases: a known customer, not cancelled, of positive quantity and price. Orders to come
-- are in here too: whoever reads this mart asks for those up to a day. An order bears the date of its last line.
with

orders as (
  select
    customer_id,
    order_id,
    max(order_date) as order_date,
    collect_set(service) as services,
    count(*) as lines,
    sum(amount) as amount
  from stg_purchase_lines
  group by customer_id, order_id
)

select
  pseudonym(customer_id) as customer_key,
  pseudonym(order_id) as order_key,
  order_date,
  array_join(array_sort(services), ';') as services,
  lines,
  amount
from orders
