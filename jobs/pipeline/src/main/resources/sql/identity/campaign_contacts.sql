-- People and firms of bought lists.
select
  concat_ws('/', campaign_id, recipient_id) as row_key,
  campaign_id,
  contacted_on as row_date,
  customer_id,
  array(email) as emails,
  coalesce(company_name, name) as name,
  naics,
  record_source,
  ingested_file as file
from campaign_contacts
where customer_id is null
  or length(customer_id) = 15
