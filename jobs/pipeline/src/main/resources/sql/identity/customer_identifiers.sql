-- Numbers by which other systems know a customer; permits are numbered by each post office and so not unique.
select
  concat_ws('/', customer_id, scheme, value) as row_key,
  'REFERENCE' as part,
  customer_id,
  array(concat(scheme, ':', upper(trim(value)))) as numbers,
  record_source,
  ingested_file as file
from customer_identifiers
where scheme in ('uei', 'duns', 'usps_account', 'crid', 'mid', 'meter')
