-- Who took part in the meetings asked for, one row per spell of attendance.
select
  meeting_participants.meeting_id,
  meeting_participants.participant_id,
  meeting_participants.name,
  meeting_participants.email,
  meeting_participants.role,
  meeting_participants.function,
  meeting_participants.location,
  cast(meeting_participants.join_at as string) as join_at,
  cast(meeting_participants.leave_at as string) as leave_at,
  meeting_participants.minutes
from meeting_participants
inner join chosen_meetings
  on meeting_participants.meeting_id = chosen_meetings.meeting_id
order by
  meeting_participants.meeting_id,
  meeting_participants.name,
  meeting_participants.participant_id,
  meeting_participants.spell_no
