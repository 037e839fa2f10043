-- Order lines that count as purchases: a known customer, not cancelled, of positive quantity and price.
-- Grain: one row per order line.
select
  order_id,
  customer_id,
  order_date,
  service,
  cast(quantity * unit_price as decimal(18, 2)) as amount
from sales_orders
where customer_id is not null
  and not cancelled
  and quantity > 0
  and unit_price > 0
