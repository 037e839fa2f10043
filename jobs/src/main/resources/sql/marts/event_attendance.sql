-- How many registered for an event, and how many came?
-- Grain: one row per event.
-- A person is counted once per event, by e-mail address, else by registration. Where nobody counted who came, attended
-- stays empty: it is not zero. Members of a Postal Customer Council are found by customer number or e-mail address, if
-- they were members on the last day of the event.
with

council_members as (
  select
    customer_id,
    lower(trim(email)) as email,
    joined_on,
    coalesce(ceased_on, date'9999-12-31') as ceased_on
  from organization_memberships
  where organization = 'PCC'
),

member_keys as (
  select concat('c:', customer_id) as member_key, joined_on, ceased_on
  from council_members
  where customer_id is not null
  union all
  select concat('e:', email) as member_key, joined_on, ceased_on
  from council_members
  where email is not null
),

guests as (
  select
    event_id,
    event_date,
    coalesce(nullif(lower(trim(email)), ''), concat('r:', registration_id)) as person,
    array_compact(array(concat('c:', customer_id), concat('e:', lower(trim(email))))) as guest_keys,
    attended
  from event_registrations
  where coalesce(registered_on, event_date) <= :as_of
),

guest_members as (
  select
    keys.event_id,
    keys.person
  from (select event_id, event_date, person, explode(guest_keys) as member_key from guests) as keys
  inner join member_keys
    on keys.member_key = member_keys.member_key
    and keys.event_date >= member_keys.joined_on
    and keys.event_date < member_keys.ceased_on
  group by keys.event_id, keys.person
),

people as (
  select
    event_id,
    person,
    bool_or(attended) as attended
  from guests
  group by event_id, person
),

counted as (
  select
    people.event_id,
    count(*) as registrations,
    count(people.attended) as people_counted,
    count_if(people.attended) as attended,
    count(guest_members.person) as pcc_members
  from people
  left join guest_members
    on people.event_id = guest_members.event_id
    and people.person = guest_members.person
  group by people.event_id
),

all_events as (
  select
    events.event_id,
    events.name as event_name,
    events.ends_on as event_date,
    events.kind,
    coalesce(counted.registrations, 0) as registrations,
    if(counted.people_counted > 0, counted.attended, null) as attended,
    coalesce(counted.pcc_members, 0) as pcc_members
  from events
  left join counted
    on events.event_id = counted.event_id
),

hidden as (
  select
    *,
    registrations between 1 and :threshold - 1 as all_hidden,
    coalesce(attended between 1 and :threshold - 1, false) as attended_hidden,
    pcc_members between 1 and :threshold - 1 as members_hidden
  from all_events
)

select
  event_id,
  event_name,
  event_date,
  kind,
  if(all_hidden, null, registrations) as registrations,
  if(all_hidden or attended_hidden, null, attended) as attended,
  if(all_hidden or attended_hidden, null, cast(try_divide(attended, registrations) as double)) as show_rate,
  if(all_hidden or members_hidden, null, pcc_members) as pcc_members,
  all_hidden or attended_hidden or members_hidden as suppressed
from hidden
