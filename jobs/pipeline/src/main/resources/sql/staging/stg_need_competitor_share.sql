-- Needs of customers who buy a service from a competitor.
-- Grain: one row per customer and service.
-- Strength: the competitors' share of the customer's spending on the service in 12 full months. At stake: what went to
-- competitors. Confidence: m of m + 3, of m months with competitor figures.
select
  customer_key,
  'competitor_share' as need_kind,
  service,
  cast(competitor_months as bigint) as evidence_count,
  12L as evidence_base,
  cast(null as date) as evidence_on,
  cast(competitor_spend / (usps_spend + competitor_spend) as double) as strength,
  competitor_spend as value_at_stake,
  competitor_months / (competitor_months + 3D) as confidence,
  concat(
    'Spent $', format_number(competitor_spend, 0), ' with competitors on {service} in the last 12 full months, ',
    cast(round(100 * competitor_spend / (usps_spend + competitor_spend)) as int), '% of all its spending on it, in ',
    competitor_months, ' of 12 months; the largest month went to ',
    if(leading_competitor = 'Other', 'another provider', leading_competitor), '.'
  ) as evidence
from stg_service_history
where competitor_spend > 0
