-- What does each customer most likely need next, on what evidence, and what should be done about it?
-- Grain: one row per customer and ranked need.
-- All evidence for one service is one need: its kind, figures and advice are those of the strongest evidence, and the rest
-- stands after it. Evidence of different kinds adds up like independent chances, 1 - (1 - a)(1 - b) (the noisy-or of Pearl
-- 1988): the score, the chance that the need leads to a purchase within the horizon of conf/needs. The most likely need
-- comes first. Expected value: the amount at stake in a year times the score; confidence is told apart from it.
with

rated as (
  select
    customer_key,
    service,
    max(struct(win_share, confidence, need_kind, evidence_count, evidence_base, evidence_on, value_at_stake, evidence)) as lead,
    1 - exp(sum(ln(1 - least(win_share, 0.999)))) as score,
    max(value_at_stake) as largest_at_stake,
    count(*) as kinds,
    sort_array(collect_list(struct(win_share, evidence)), false) as told
  from need_evidence
  group by customer_key, service
),

ranked as (
  select
    *,
    coalesce(lead.value_at_stake, largest_at_stake) as value_at_stake,
    row_number() over (
      partition by customer_key
      order by score desc, lead.value_at_stake desc nulls last, lead.need_kind, service
    ) as rank
  from rated
),

kinds as (
  select need_kind, kind_name, next_step, material from stg_need_kinds
),

services as (
  select service, service_name, guide from stg_need_services
)

select
  ranked.customer_key,
  ranked.rank,
  ranked.lead.need_kind,
  kinds.kind_name as need_name,
  ranked.service,
  ranked.score,
  ranked.value_at_stake,
  cast(ranked.value_at_stake * ranked.score as decimal(18, 2)) as expected_value,
  ranked.lead.confidence,
  array_join(ranked.told.evidence, ' ') as evidence,
  ranked.lead.evidence_count,
  ranked.lead.evidence_base,
  ranked.kinds,
  replace(
    kinds.next_step, '{service}', coalesce(services.service_name, replace(ranked.service, '_', ' '), 'its mailing and shipping')
  ) as next_step,
  replace(
    replace(
      kinds.material, '{service}', coalesce(services.service_name, replace(ranked.service, '_', ' '), 'mailing and shipping')
    ),
    '{guide}',
    coalesce(services.guide, 'Guide to mailing and shipping')
  ) as material,
  stg_people.segment,
  stg_people.naics_sector,
  stg_people.size_band
from ranked
inner join kinds
  on ranked.lead.need_kind = kinds.need_kind
left join services
  on ranked.service = services.service
inner join stg_people
  on ranked.customer_key = stg_people.customer_key
