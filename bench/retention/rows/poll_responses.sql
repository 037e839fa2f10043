select
  meeting_id,
  meeting_date,
  '1' as poll_id,
  'How was it?' as poll_title,
  1 as question_no,
  'How useful was this session?' as question,
  'scale' as question_kind,
  concat('r', id) as respondent_key,
  concat('p', id) as participant_id,
  if(person < 1000 or id % 3 = 0, customer_id, null) as customer_id,
  person_name as name,
  person_email as email,
  1 as answer_no,
  cast(1 + hash % 5 as string) as answer,
  cast(meeting_date as timestamp) as answered_at,
  false as anonymous
from numbers
