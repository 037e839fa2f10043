-- Suppliers: those known to be customers tell their numbers, the others seek.
select
  award_key as row_key,
  award_key,
  current_end_on as row_date,
  if(customer_id is null or length(customer_id) = 15, 'SEEKING', 'REFERENCE') as part,
  customer_id,
  array(concat('uei:', upper(trim(uei))), concat('duns:', trim(duns))) as numbers,
  supplier_name as name,
  record_source,
  ingested_file as file
from supplier_contracts
