-- Members of organizations without a customer.
select
  membership_id as row_key,
  ceased_on as row_date,
  customer_id,
  array(email) as emails,
  name,
  record_source,
  ingested_file as file
from organization_memberships
where customer_id is null
  or length(customer_id) = 15
