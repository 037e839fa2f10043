-- Subscribers without a customer.
select
  subscription_id as row_key,
  ceased_on as row_date,
  customer_id,
  array(email) as emails,
  name,
  mail_address as one_line,
  record_source,
  ingested_file as file
from publication_subscriptions
where customer_id is null
  or length(customer_id) = 15
