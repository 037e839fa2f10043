select
  concat('O-', id) as order_id,
  1L as line_no,
  date_add(date'2023-01-01', cast(id % 300 as int)) as order_date,
  concat('C-', id) as customer_id,
  'ground_parcel' as service,
  10L as quantity,
  cast(4.5 as decimal(18, 4)) as unit_price,
  false as cancelled
from numbers
