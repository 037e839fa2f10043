-- People and firms at the other end of ACH entries.
select
  payment_id as row_key,
  paid_on as row_date,
  customer_id,
  party_name as name,
  record_source,
  ingested_file as file
from payments
where customer_id is null
  and party_name is not null
