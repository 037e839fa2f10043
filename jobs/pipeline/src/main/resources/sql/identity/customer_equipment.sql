-- Meters that stand at a customer.
select
  equipment_id as row_key,
  'REFERENCE' as part,
  customer_id,
  array(concat('meter:', upper(trim(meter_number)))) as numbers,
  record_source,
  ingested_file as file
from customer_equipment
where meter_number is not null
