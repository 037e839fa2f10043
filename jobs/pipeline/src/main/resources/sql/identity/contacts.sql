-- Contacts: what people of a customer are called and where they are reached.
select
  contact_id as row_key,
  'REFERENCE' as part,
  customer_id,
  array(email, other_email) as emails,
  phone,
  country,
  concat_ws(' ', first_name, last_name) as name,
  address_line1 as line1,
  address_line2 as line2,
  city,
  state,
  zip,
  record_source,
  ingested_file as file
from contacts
