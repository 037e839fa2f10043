-- Needs of customers who use a service that others use together with a second one.
-- Grain: one row per customer and second service; the pair with the highest confidence speaks for it.
-- Only pairs at least a tenth more frequent than chance count (lift 1.1). Score and confidence: the share of users of the
-- first who use the second too. Expected value: what the median user of the second spends on it with the Postal Service
-- times that share times the share of such customers taken to start within a year, a tenth.
with

portfolios as (
  select
    customer_key,
    collect_list(service) as services
  from stg_services_used
  group by customer_key
),

uses as (
  select
    customer_key,
    services,
    explode(services) as service_a
  from portfolios
),

pairs as (
  select
    uses.customer_key,
    service_affinity.service_b as service,
    max_by(
      struct(service_affinity.service_a, service_affinity.customers_a, service_affinity.confidence, service_affinity.lift),
      struct(service_affinity.confidence, service_affinity.service_a)
    ) as rule
  from uses
  inner join service_affinity
    on uses.service_a = service_affinity.service_a
  where not array_contains(uses.services, service_affinity.service_b)
    and service_affinity.lift >= 1.1
  group by uses.customer_key, service_affinity.service_b
)

select
  pairs.customer_key,
  'bought_together' as need_kind,
  pairs.service,
  pairs.rule.confidence as score,
  cast(stg_usual_spend.median_spend * pairs.rule.confidence * 0.1 as decimal(18, 2)) as expected_value,
  pairs.rule.confidence as confidence,
  concat(
    'Uses ', replace(pairs.rule.service_a, '_', ' '), '; ', cast(round(100 * pairs.rule.confidence) as int), '% of the ',
    pairs.rule.customers_a, ' customers who do use ', replace(pairs.service, '_', ' '), ' too, ',
    format_number(pairs.rule.lift, 1), ' times as often as customers at large.'
  ) as evidence
from pairs
left join stg_usual_spend
  on pairs.service = stg_usual_spend.service
