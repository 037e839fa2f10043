-- Needs that customers named themselves, in sales calls, surveys, polls and chats.
-- Grain: one row per customer and service, or per customer where the words of a call name no known service.
-- The dictionary in conf/needs says by which words a service is known, how far each channel is trusted and for how many
-- days a statement counts. Strength: each statement weighs the trust in its channel times its freshness, 1 on the as-of
-- day and 0 when it no longer counts; the weights add up like chances, 1 - (1 - a)(1 - b). Confidence: the trust in the
-- channels, added up likewise. An order of the service since the last statement met the need.
with

said as (
  select
    *,
    greatest(1 - datediff(:as_of, said_on) / (counts_for_days + 1D), 0) as freshness
  from stated_needs
  where said_on <= :as_of
    and said_on > date_sub(:as_of, counts_for_days)
    and said_on > add_months(:as_of, -12)
),

named as (
  select
    customer_key,
    service,
    sum(statements) as statements,
    max(said_on) as last_said_on,
    1 - exp(sum(statements * ln(1 - least(trust * freshness, 0.999)))) as strength,
    1 - exp(sum(statements * ln(1 - least(trust, 0.999)))) as confidence,
    array_join(array_sort(collect_set(channel_name)), ', ') as channels
  from said
  group by customer_key, service
),

unmet as (
  select
    named.*,
    datediff(:as_of, named.last_said_on) as days_ago,
    nullif(stg_service_history.competitor_spend, 0) as competitor_spend
  from named
  left join stg_service_history
    on named.customer_key = stg_service_history.customer_key
    and named.service = stg_service_history.service
  where coalesce(stg_service_history.last_order_on <= named.last_said_on, true)
)

select
  customer_key,
  'stated' as need_kind,
  service,
  statements as evidence_count,
  cast(null as bigint) as evidence_base,
  last_said_on as evidence_on,
  strength,
  competitor_spend as value_at_stake,
  confidence,
  concat(
    if(service is null, 'Stated a need that names no known service', 'Asked for {service}'), ' ',
    case statements when 1 then 'once' when 2 then 'twice' else concat(statements, ' times') end, ' (', channels,
    '), last ', days_ago, if(days_ago = 1, ' day ago.', ' days ago.')
  ) as evidence
from unmet
