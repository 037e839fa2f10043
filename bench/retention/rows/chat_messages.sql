select
  meeting_id,
  meeting_date,
  concat('m', id) as message_id,
  'chat' as kind,
  concat('p', hash % 90000000) as participant_id,
  if(person < 1000 or id % 3 = 0, customer_id, null) as customer_id,
  person_name as sender_name,
  person_email as sender_email,
  timestampadd(SECOND, cast(hash % 2700 as int), cast(meeting_date as timestamp)) as sent_at,
  concat('Could somebody look at case ', hash % 100000007, ' before ', hash % 28, ' o''clock, please?') as message
from numbers
