-- Guests: those known tell their e-mail address and number, the others seek.
select
  registration_id as row_key,
  event_id,
  event_date as row_date,
  if(customer_id is null or length(customer_id) = 15, 'SEEKING', 'REFERENCE') as part,
  customer_id,
  array(email) as emails,
  phone,
  name,
  record_source,
  ingested_file as file
from event_registrations
