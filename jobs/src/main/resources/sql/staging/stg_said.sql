-- What customers said, and the names of what they came to, in which a need may be found: one year up to the as-of day.
-- Grain: one row per text.
-- A call that was won met its need. Contest answers and quiz answers ask for no need; an anonymous answer leads to nobody.
-- The texts are read by stg_stated_needs alone and do not leave it.
select
  customer_id,
  'call' as channel,
  called_on as said_on,
  cast(null as string) as question,
  stated_needs as said
from sales_calls
where stated_needs is not null
  and outcome <> 'won'
  and called_on > add_months(:as_of, -12)
  and called_on <= :as_of
union all
select
  customer_id,
  'survey' as channel,
  answered_on as said_on,
  question,
  answer as said
from survey_responses
where answer is not null
  and customer_id is not null
  and kind = 'survey'
  and answered_on > add_months(:as_of, -12)
  and answered_on <= :as_of
union all
select
  customer_id,
  'poll' as channel,
  meeting_date as said_on,
  question,
  answer as said
from poll_responses
where answer is not null
  and customer_id is not null
  and not anonymous
  and question_kind in ('single', 'multiple', 'text')
  and meeting_date > add_months(:as_of, -12)
  and meeting_date <= :as_of
union all
select
  customer_id,
  'chat' as channel,
  meeting_date as said_on,
  cast(null as string) as question,
  message as said
from chat_messages
where customer_id is not null
  and meeting_date > add_months(:as_of, -12)
  and meeting_date <= :as_of
union all
select
  event_registrations.customer_id,
  'event' as channel,
  event_registrations.event_date as said_on,
  cast(null as string) as question,
  events.name as said
from event_registrations
inner join events
  on event_registrations.event_id = events.event_id
where event_registrations.customer_id is not null
  and event_registrations.attended
  and event_registrations.event_date > add_months(:as_of, -12)
  and event_registrations.event_date <= :as_of
union all
select
  meeting_participants.customer_id,
  'meeting' as channel,
  meeting_participants.meeting_date as said_on,
  cast(null as string) as question,
  meetings.topic as said
from meeting_participants
inner join meetings
  on meeting_participants.meeting_id = meetings.meeting_id
where meeting_participants.customer_id is not null
  and meeting_participants.spell_no = 1
  and meeting_participants.meeting_date > add_months(:as_of, -12)
  and meeting_participants.meeting_date <= :as_of
