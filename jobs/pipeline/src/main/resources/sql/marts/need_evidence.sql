-- On what evidence does a customer need something?
-- Grain: one row per customer, kind of need and service.
-- Each kind of evidence has its own model, staging/stg_need_<kind>.sql, which says how it is found, how strong it is and what is at
-- stake. The win share of a row is that of its kind in conf/needs times its strength: the chance that it leads to a
-- purchase within the horizon. Where a kind knows no amount, what the customer pays competitors for the service is at
-- stake, or else what the median user spends on it. Evidence for a service that the customer buys already counts only if it
-- is about buying more of it: a competitor's share, a decline or a customer's own words.
with

found as (
  select * from stg_need_stated
  union all
  select * from stg_need_competitor_share
  union all
  select * from stg_need_declining
  union all
  select * from stg_need_lapsing
  union all
  select * from stg_need_white_space
  union all
  select * from stg_need_bought_together
  union all
  select * from stg_need_answered_campaign
  union all
  select * from stg_need_asked_publication
  union all
  select * from stg_need_came_to_event
  union all
  select * from stg_need_contract_ending
),

rules as (
  select need_kind, win_share from stg_need_kinds
),

names as (
  select service, service_name from stg_need_services
)

select
  found.customer_key,
  found.need_kind,
  found.service,
  found.evidence_count,
  found.evidence_base,
  found.evidence_on,
  found.strength,
  rules.win_share * found.strength as win_share,
  cast(
    coalesce(found.value_at_stake, nullif(history.competitor_spend, 0), stg_usual_spend.median_spend) as decimal(18, 2)
  ) as value_at_stake,
  found.confidence,
  replace(
    found.evidence, '{service}', coalesce(names.service_name, replace(found.service, '_', ' '), 'mailing and shipping')
  ) as evidence
from found
inner join stg_people
  on found.customer_key = stg_people.customer_key
inner join rules
  on found.need_kind = rules.need_kind
left join stg_service_history as history
  on found.customer_key = history.customer_key
  and found.service = history.service
left join stg_usual_spend
  on found.service = stg_usual_spend.service
left join names
  on found.service = names.service
where found.need_kind in ('stated', 'competitor_share', 'declining')
  or coalesce(history.usps_spend, 0) = 0
