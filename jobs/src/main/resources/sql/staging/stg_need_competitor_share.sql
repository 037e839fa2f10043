-- Needs of customers who buy a service from a competitor.
-- Grain: one row per customer and service.
-- Score: the competitors' share of the customer's spending on the service. Expected value: that spending times the share
-- of it that a good offer is taken to win, a quarter. Confidence: months with competitor figures out of twelve.
with

usage as (
  select
    *,
    0.25 as win_share,
    competitor_spend / (usps_spend + competitor_spend) as competitor_share
  from stg_service_year
  where competitor_spend > 0
)

select
  customer_key,
  'competitor_share' as need_kind,
  service,
  cast(competitor_share as double) as score,
  cast(competitor_spend * win_share as decimal(18, 2)) as expected_value,
  least(competitor_months / 12D, 1D) as confidence,
  concat(
    'Spent $', format_number(competitor_spend, 0), ' with competitors on ', replace(service, '_', ' '),
    ' in the last 12 full months, ', cast(round(100 * competitor_share) as int),
    '% of all its spending on it, in ', competitor_months, ' of the 12 months; the largest month went to ',
    leading_competitor, '.'
  ) as evidence
from usage
