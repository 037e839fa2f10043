-- Needs of customers who asked for a publication about a service.
-- Grain: one row per customer and service.
-- Which publications are about which service stands in conf/needs. Strength: 1 for a request of the last 12 months, a half
-- for an older one that still runs. Confidence: a half, since many read without buying.
with

subscribed as (
  select
    stg_subscriptions.customer_id,
    stg_need_services.service,
    max_by(stg_subscriptions.publication, stg_subscriptions.requested_on) as publication,
    max(stg_subscriptions.requested_on) as requested_on
  from stg_subscriptions
  inner join stg_need_services
    on array_contains(stg_need_services.publications, stg_subscriptions.publication)
  where stg_subscriptions.customer_id is not null
    and stg_subscriptions.requested_on <= :as_of
    and coalesce(stg_subscriptions.ceased_on > :as_of, true)
  group by stg_subscriptions.customer_id, stg_need_services.service
)

select
  pseudonym(customer_id) as customer_key,
  'asked_publication' as need_kind,
  service,
  1L as evidence_count,
  cast(null as bigint) as evidence_base,
  requested_on as evidence_on,
  if(requested_on > add_months(:as_of, -12), 1D, 0.5D) as strength,
  cast(null as decimal(18, 2)) as value_at_stake,
  0.5D as confidence,
  concat(
    'Asked for ', publication, ', which is about {service} among others, ',
    case
      when datediff(:as_of, requested_on) > 365 then 'more than a year ago.'
      when datediff(:as_of, requested_on) = 1 then '1 day ago.'
      else concat(datediff(:as_of, requested_on), ' days ago.')
    end
  ) as evidence
from subscribed
