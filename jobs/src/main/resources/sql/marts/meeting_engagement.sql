-- How many took part in a meeting, how long did they stay and how lively was it?
-- Grain: one row per meeting.
-- People are counted once, whatever number of spells or devices; a person present twice at one time is one at the peak.
-- A spell without an end lasts its minutes, else to the end of the meeting. A meeting of fewer people than the threshold
-- is hidden whole, and so is any single figure that fewer people stand behind. A meeting without a list of those who took
-- part has no figures on them, which is not zero. What was said aloud is no chat.
with

spells as (
  select
    meeting_participants.meeting_id,
    coalesce(
      concat('e:', nullif(lower(trim(meeting_participants.email)), '')),
      concat('p:', meeting_participants.participant_id)
    ) as person,
    meeting_participants.join_at,
    coalesce(
      meeting_participants.leave_at,
      timestampadd(second, cast(round(60 * meeting_participants.minutes) as int), meeting_participants.join_at),
      meetings.ended_at
    ) as leave_at
  from meeting_participants
  left join meetings
    on meeting_participants.meeting_id = meetings.meeting_id
  where meeting_participants.meeting_date <= :as_of
),

steps as (
  select
    meeting_id,
    person,
    at,
    sum(step) as step
  from (
    select meeting_id, person, join_at as at, 1 as step
    from spells
    where leave_at > join_at
    union all
    select meeting_id, person, leave_at as at, -1 as step
    from spells
    where leave_at > join_at
  )
  group by meeting_id, person, at
),

presence as (
  select
    meeting_id,
    person,
    at,
    least(sum(step) over (partition by meeting_id, person order by at), 1) as present
  from steps
),

changes as (
  select
    meeting_id,
    at,
    present - coalesce(lag(present) over (partition by meeting_id, person order by at), 0) as change
  from presence
),

moments as (
  select
    meeting_id,
    at,
    sum(change) as change
  from changes
  group by meeting_id, at
),

levels as (
  select
    meeting_id,
    sum(change) over (partition by meeting_id order by at) as level
  from moments
),

peaks as (
  select
    meeting_id,
    max(level) as peak_attendees
  from levels
  group by meeting_id
),

attendance as (
  select
    meeting_id,
    count(*) as attendees,
    median(minutes) as minutes_median,
    count_if(camera_on) as cameras_on
  from stg_attendees
  group by meeting_id
),

senders as (
  select
    meeting_id,
    coalesce(nullif(lower(trim(sender_email)), ''), participant_id, message_id) as sender,
    count(*) as messages
  from chat_messages
  where meeting_date <= :as_of
    and kind <> 'spoken'
  group by meeting_id, coalesce(nullif(lower(trim(sender_email)), ''), participant_id, message_id)
),

chat as (
  select
    meeting_id,
    count(*) as senders,
    sum(messages) as messages
  from senders
  group by meeting_id
),

voters as (
  select
    meeting_id,
    person,
    sum(size(options)) as answers
  from stg_poll_people
  group by meeting_id, person
),

polls as (
  select
    meeting_id,
    count_if(answers > 0) as voters,
    sum(answers) as answers
  from voters
  group by meeting_id
),

figures as (
  select
    meetings.meeting_id,
    meetings.topic,
    meetings.meeting_date,
    meetings.platform,
    attendance.attendees,
    attendance.minutes_median,
    attendance.cameras_on,
    peaks.peak_attendees,
    coalesce(chat.messages, 0) as chat_messages,
    polls.answers as poll_answers,
    coalesce(attendance.attendees < :threshold, false) as all_hidden,
    coalesce(peaks.peak_attendees between 1 and :threshold - 1, false) as peak_hidden,
    coalesce(chat.senders < :threshold, false) as chat_hidden,
    coalesce(polls.voters between 1 and :threshold - 1, false) as polls_hidden,
    coalesce(attendance.cameras_on between 1 and :threshold - 1, false) as cameras_hidden
  from meetings
  left join attendance
    on meetings.meeting_id = attendance.meeting_id
  left join peaks
    on meetings.meeting_id = peaks.meeting_id
  left join chat
    on meetings.meeting_id = chat.meeting_id
  left join polls
    on meetings.meeting_id = polls.meeting_id
  where meetings.meeting_date <= :as_of
)

select
  pseudonym(meeting_id) as meeting_key,
  topic as meeting_topic,
  meeting_date,
  platform,
  if(all_hidden, null, attendees) as attendees,
  if(all_hidden, null, minutes_median) as minutes_median,
  if(all_hidden or peak_hidden, null, peak_attendees) as peak_attendees,
  if(all_hidden or chat_hidden, null, chat_messages) as chat_messages,
  if(all_hidden or polls_hidden, null, poll_answers) as poll_answers,
  if(all_hidden or cameras_hidden, null, cameras_on / cast(attendees as double)) as camera_on_share,
  all_hidden or peak_hidden or chat_hidden or polls_hidden or cameras_hidden as suppressed
from figures
