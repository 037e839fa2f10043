select
  meeting_id,
  meeting_date,
  concat('p', id) as participant_id,
  1 as spell_no,
  if(person < 1000 or id % 3 = 0, customer_id, null) as customer_id,
  person_name as name,
  person_email as email,
  timestampadd(SECOND, cast(hash % 900 as int), cast(meeting_date as timestamp)) as join_at,
  timestampadd(SECOND, cast(2000 + hash % 1800 as int), cast(meeting_date as timestamp)) as leave_at,
  (2000 + hash % 1800) / 60D as minutes,
  concat('Office ', hash % 300) as location,
  concat('Camera ', hash % 40) as camera,
  concat('Microphone ', hash % 40) as microphone,
  hash % 2 = 0 as camera_on,
  'attendee' as role
from numbers
