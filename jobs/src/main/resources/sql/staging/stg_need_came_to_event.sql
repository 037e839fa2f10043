-- Needs of customers who came to events and web meetings about a service.
-- Grain: one row per customer and service, or per customer where the event was about no known service.
-- What an event is about is told by the words of its name or topic, looked up in the same dictionary as stated needs. An
-- event about no known service counts for 90 days, the others for a year. Strength: a half for one event, half of the
-- rest more for each further one. Confidence: a half, since many come for other reasons.
with

visits as (
  select
    customer_id,
    service,
    count(*) as events,
    max(said_on) as last_on
  from stg_stated_needs
  where channel in ('event', 'meeting')
    and (service is not null or said_on > date_sub(:as_of, 90))
  group by customer_id, service
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
from visits
