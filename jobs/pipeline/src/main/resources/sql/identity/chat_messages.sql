-- Senders of messages without a customer.
select
  concat_ws('/', meeting_id, message_id) as row_key,
  meeting_id,
  meeting_date as row_date,
  customer_id,
  array(concat('participant:', meeting_id, '/', participant_id)) as numbers,
  array(sender_email) as emails,
  sender_name as name,
  record_source,
  ingested_file as file
from chat_messages
where customer_id is null
  or length(customer_id) = 15
