-- Customers: each tells how it is called and reached, and may be another customer.
select
  customer_id as row_key,
  customer_id,
  array(email) as emails,
  phone,
  country,
  coalesce(firm_name, customer_name) as name,
  address_line1 as line1,
  address_line2 as line2,
  city,
  state,
  zip,
  naics,
  record_source,
  ingested_file as file
from customers
