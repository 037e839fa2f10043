-- Participants: whoever is known in a meeting is known in its polls and chat; the others seek.
select
  concat_ws('/', meeting_id, participant_id) as row_key,
  meeting_id,
  meeting_date as row_date,
  if(customer_id is null or length(customer_id) = 15, 'SEEKING', 'REFERENCE') as part,
  customer_id,
  array(if(customer_id is null, null, concat('participant:', meeting_id, '/', participant_id))) as numbers,
  array(email) as emails,
  name,
  if(location like '%, __', location, null) as city_and_state,
  record_source,
  ingested_file as file
from meeting_participants
