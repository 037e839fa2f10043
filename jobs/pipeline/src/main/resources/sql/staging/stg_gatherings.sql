-- Events and web meetings by their names.
-- Grain: one row per event or meeting.
select
  'event' as channel,
  event_id as gathering_id,
  name as said
from events
union all
select
  'meeting' as channel,
  meeting_id as gathering_id,
  topic as said
from meetings
