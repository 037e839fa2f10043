-- Needs of customers who came to events and web meetings about a service.
-- Grain: one row per customer and service, or per customer where the event was about no known service.
-- What an event is about is told by the words of its name or topic, looked up in the same dictionary as stated needs. An
-- event about no known service counts for 90 days, the others for a year. Strength: a half for one event, half of the
-- rest more for each further one. Confidence: a half, since many come for other reasons.
with

visits as (
  select
    'event' as channel,
    event_id as gathering_id,
    event_date as visited_on,
    customer_id
  from stg_registrations
  where customer_id is not null
    and attended
    and event_date > add_months(:as_of, -12)
    and event_date <= :as_of
  union all
  select
    'meeting' as channel,
    meeting_id as gathering_id,
    meeting_date as visited_on,
    customer_id
  from stg_participants
  where customer_id is not null
    and spell_no = 1
    and meeting_date > add_months(:as_of, -12)
    and meeting_date <= :as_of
),

about as (
  select
    visits.customer_id,
    subjects.service,
    count(*) as events,
    max(visits.visited_on) as last_on
  from visits
  inner join stg_gathering_subjects as subjects
    on visits.channel = subjects.channel
    and visits.gathering_id = subjects.gathering_id
  where subjects.service is not null
    or visits.visited_on > date_sub(:as_of, 90)
  group by visits.customer_id, subjects.service
)

select
  pseudonym(customer_id) as customer_key,
  'came_to_event' as need_kind,
  service,
  events as evidence_count,
  cast(null as bigint) as evidence_base,
  last_on as evidence_on,
  1 - power(0.5D, events) as strength,
  cast(null as decimal(18, 2)) as value_at_stake,
  0.5D as confidence,
  concat(
    'Came to ', events, if(events = 1, ' event or meeting', ' events or meetings'),
    if(service is null, ' of the last 90 days', ' about {service}'), ', last ', datediff(:as_of, last_on),
    if(datediff(:as_of, last_on) = 1, ' day ago.', ' days ago.')
  ) as evidence
from about
