-- Respondents of surveys without a customer.
select
  concat_ws('/', survey_id, respondent_id) as row_key,
  answered_on as row_date,
  customer_id,
  array(email) as emails,
  record_source,
  ingested_file as file
from survey_responses
where customer_id is null
  or length(customer_id) = 15
