-- Who took part in a meeting, person by person.
-- Grain: one row per meeting and person.
-- A person is known by e-mail address, else by participant number. The minutes of all spells add up; a spell without
-- minutes counts from join to leave. Where only their sum is known (spell 0), that counts. The first of host, presenter,
-- panelist and attendee is the person's role.
with

spells as (
  select
    meeting_id,
    coalesce(concat('e:', nullif(lower(trim(email)), '')), concat('p:', participant_id)) as person,
    participant_id,
    spell_no,
    coalesce(minutes, timestampdiff(second, join_at, leave_at) / 60D) as minutes,
    coalesce(camera_on, false) as camera_on,
    nullif(array_position(array('host', 'presenter', 'panelist', 'attendee'), role), 0) as role_place
  from meeting_participants
  where meeting_date <= :as_of
)

select
  meeting_id,
  person,
  collect_set(participant_id) as participant_ids,
  coalesce(sum(minutes) filter (where spell_no > 0), sum(minutes)) as minutes,
  bool_or(camera_on) as camera_on,
  try_element_at(array('host', 'presenter', 'panelist', 'attendee'), cast(min(role_place) as int)) as role
from spells
group by meeting_id, person
