-- Respondents without a customer. What was answered without a name is never looked at.
select
  concat_ws('/', meeting_id, respondent_key) as row_key,
  meeting_id,
  meeting_date as row_date,
  customer_id,
  array(concat('participant:', meeting_id, '/', participant_id)) as numbers,
  array(email) as emails,
  name,
  record_source,
  ingested_file as file
from poll_responses
where not anonymous
  and (customer_id is null or length(customer_id) = 15)
