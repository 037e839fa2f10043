select
  concat('L-', id) as call_id,
  concat('C-', id) as customer_id,
  date_add(date'2023-01-01', cast(id % 300 as int)) as called_on,
  concat('Employee ', id % 200, ' of sales') as employee_name,
  'follow_up' as outcome,
  concat('Asked for offer ', id, ' by letter') as notes
from numbers
