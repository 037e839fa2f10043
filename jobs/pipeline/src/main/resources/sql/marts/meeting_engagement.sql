-- How many took part in a meeting, from which functions, how lively was it and what was ordered afterwards?
-- Grain: one row per meeting.
-- People are counted once, whatever number of spells or devices; a person present twice at one time is one at the peak.
-- A spell without an end lasts its minutes, else to the end of the meeting. A meeting of too few people
-- shows nothing, and so does one without a list of those who took part whose chat, or polls, too few wrote in. What
-- customers ordered needs as many customers. What was said aloud is no chat.
-- Who answered anything in a poll is counted once; who answered an anonymous question may be anybody, so that of the people
-- known and those of each anonymous question the most count. Answers are those that poll_results shows.
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
    sum(minutes) as minutes_total,
    count_if(role in ('host', 'presenter', 'panelist')) as with_a_part,
    count_if(camera_on) as cameras_on
  from stg_attendees
  group by meeting_id
),

functions as (
  select
    meeting_id,
    function,
    count(*) as people
  from (
    select
      meeting_id,
      coalesce(concat('e:', nullif(lower(trim(email)), '')), concat('p:', participant_id)) as person,
      min(function) as function
    from meeting_participants
    where meeting_date <= :as_of
    group by meeting_id, coalesce(concat('e:', nullif(lower(trim(email)), '')), concat('p:', participant_id))
  )
  where function is not null
  group by meeting_id, function
),

function_mix as (
  select
    meeting_id,
    count(*) as functions,
    1 - sum(people * people) / cast(sum(people) * sum(people) as double) as function_mix
  from functions
  group by meeting_id
),

orders as (
  select
    customer_id,
    order_date,
    sum(amount) as amount
  from stg_order_lines
  group by customer_id, order_date
),

followed_customers as (
  select
    present.meeting_id,
    present.customer_id,
    sum(orders.amount) as amount
  from (
    select meeting_id, meeting_date, customer_id
    from meeting_participants
    where customer_id is not null
      and meeting_date <= :as_of
    group by meeting_id, meeting_date, customer_id
  ) as present
  left join orders
    on present.customer_id = orders.customer_id
    and orders.order_date > present.meeting_date
    and orders.order_date <= date_add(present.meeting_date, 90)
  group by present.meeting_id, present.customer_id
),

followed as (
  select
    meeting_id,
    count(*) as customers,
    count(amount) as customers_ordered,
    sum(amount) as amount_ordered
  from followed_customers
  group by meeting_id
),

senders as (
  select
    meeting_id,
    coalesce(nullif(lower(trim(sender_email)), ''), participant_id, message_id) as sender,
    count(*) as messages,
    count_if(kind = 'question') as questions
  from chat_messages
  where meeting_date <= :as_of
    and kind <> 'spoken'
  group by meeting_id, coalesce(nullif(lower(trim(sender_email)), ''), participant_id, message_id)
),

chat as (
  select
    meeting_id,
    count(*) as senders,
    sum(messages) as messages,
    sum(questions) as questions
  from senders
  group by meeting_id
),

known_voters as (
  select
    meeting_id,
    count(distinct person) as voters
  from stg_poll_people
  where not anonymous
    and size(options) > 0
  group by meeting_id
),

shown_answers as (
  select
    meeting_key,
    max(respondents) filter (where anonymous) as anonymous_voters,
    sum(answers) filter (where answer_kind in ('choice', 'other', 'text')) as answers
  from poll_results
  where answer_kind <> 'hidden'
  group by meeting_key
),

polls as (
  select
    meetings.meeting_id,
    greatest(known_voters.voters, shown_answers.anonymous_voters) as voters,
    shown_answers.answers
  from meetings
  inner join shown_answers
    on pseudonym(meetings.meeting_id) = shown_answers.meeting_key
  left join known_voters
    on meetings.meeting_id = known_voters.meeting_id
),

figures as (
  select
    meetings.meeting_id,
    meetings.topic,
    meetings.meeting_date,
    meetings.platform,
    attendance.attendees,
    attendance.minutes_median,
    attendance.minutes_total,
    attendance.with_a_part,
    attendance.cameras_on,
    function_mix.functions,
    function_mix.function_mix,
    followed.customers,
    followed.customers_ordered,
    followed.amount_ordered,
    coalesce(chat.questions, 0) as questions,
    coalesce(followed.customers < :minimum_group, false) as orders_hidden,
    peaks.peak_attendees,
    coalesce(chat.messages, 0) as chat_messages,
    polls.answers as poll_answers,
    polls.voters as poll_respondents,
    coalesce(attendance.attendees < :minimum_group, false) as all_hidden,
    coalesce(attendance.attendees is null and chat.senders < :minimum_group, false) as chat_hidden,
    coalesce(attendance.attendees is null and polls.voters < :minimum_group, false) as polls_hidden
  from meetings
  left join attendance
    on meetings.meeting_id = attendance.meeting_id
  left join function_mix
    on meetings.meeting_id = function_mix.meeting_id
  left join followed
    on meetings.meeting_id = followed.meeting_id
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
  if(all_hidden, null, minutes_total) as minutes_total,
  if(all_hidden, null, peak_attendees) as peak_attendees,
  if(all_hidden or chat_hidden, null, chat_messages) as chat_messages,
  if(all_hidden or chat_hidden, null, questions) as questions,
  if(all_hidden or polls_hidden, null, poll_answers) as poll_answers,
  if(all_hidden or polls_hidden, null, poll_respondents) as poll_respondents,
  if(all_hidden, null, cameras_on / cast(attendees as double)) as camera_on_share,
  if(all_hidden, null, with_a_part) as with_a_part,
  if(all_hidden, null, functions) as functions,
  if(all_hidden, null, function_mix) as function_mix,
  if(all_hidden, null, customers) as customers,
  if(all_hidden or orders_hidden, null, customers_ordered) as customers_ordered,
  if(all_hidden or orders_hidden or customers_ordered < :minimum_group, null, amount_ordered) as amount_ordered,
  if(customers > 0, least(date_add(meeting_date, 90), :as_of), null) as orders_until,
  all_hidden or chat_hidden or polls_hidden or orders_hidden as suppressed
from figures
