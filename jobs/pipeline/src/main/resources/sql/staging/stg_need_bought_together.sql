-- Needs of customers who use a service that others use together with a second one.
-- Grain: one row per customer and second service; the pair with the highest confidence speaks for it.
-- Only pairs at least a tenth more frequent than chance count (lift 1.1). Strength: the confidence of the rule, that is the
-- share of users of the first who use the second too (Agrawal, Imielinski and Swami 1993). Confidence: the lower end of
-- its 95 % Wilson interval (Wilson 1927).
with

uses as (
  select
    customer_key,
    used.service as services,
    explode(used.service) as service_a
  from stg_portfolios
),

pairs as (
  select
    uses.customer_key,
    service_affinity.service_b as service,
    max_by(
      struct(
        service_affinity.service_a,
        service_affinity.customers_a,
        service_affinity.customers_both,
        service_affinity.confidence,
        service_affinity.lift
      ),
      struct(service_affinity.confidence, service_affinity.service_a)
    ) as rule
  from uses
  inner join service_affinity
    on uses.service_a = service_affinity.service_a
  where not array_contains(uses.services, service_affinity.service_b)
    and service_affinity.lift >= 1.1
  group by uses.customer_key, service_affinity.service_b
),

rated as (
  select
    *,
    rule.confidence as share,
    1.959964D * 1.959964D / rule.customers_a as z2n
  from pairs
)

select
  customer_key,
  'bought_together' as need_kind,
  service,
  rule.customers_both as evidence_count,
  rule.customers_a as evidence_base,
  cast(null as date) as evidence_on,
  share as strength,
  cast(null as decimal(18, 2)) as value_at_stake,
  (share + z2n / 2 - sqrt(share * (1 - share) * z2n + z2n * z2n / 4)) / (1 + z2n) as confidence,
  concat(
    'Uses ', replace(rule.service_a, '_', ' '), '; ', rule.customers_both, ' of ', rule.customers_a,
    ' customers who do use {service} too, ', format_number(rule.lift, 1), ' times as often as customers at large.'
  ) as evidence
from rated
