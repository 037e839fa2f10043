-- Order lines that count as purchases, up to the as-of day.
-- Grain: one row per order line.
select
  order_id,
  customer_id,
  order_date,
  service,
  amount
from stg_purchase_lines
where order_date <= :as_of
