-- Needs of customers whose contract as a supplier ends within half a year.
-- Grain: one row per customer.
-- When the contract goes, the customer's own orders may follow. Strength: nearness of the end, 1 on the as-of day, 0 after
-- half a year. At stake: the orders of the last 12 months. Confidence: a half, since the end of the contract is certain
-- and its effect is not.
with

exposed as (
  select
    *,
    182 as horizon_days
  from supplier_exposure
)

select
  customer_key,
  'contract_ending' as need_kind,
  cast(null as string) as service,
  contracts as evidence_count,
  cast(null as bigint) as evidence_base,
  date_add(:as_of, next_end_in_days) as evidence_on,
  1 - next_end_in_days / cast(horizon_days as double) as strength,
  spend_12m as value_at_stake,
  0.5D as confidence,
  concat(
    'Supplies us under ', contracts, if(contracts = 1, ' contract', ' contracts'), ' worth $',
    format_number(contract_value, 0), '; the next to end does so in ', next_end_in_days, ' days. Ordered for $',
    format_number(spend_12m, 0), ' in the last 12 months.'
  ) as evidence
from exposed
where next_end_in_days between 0 and horizon_days
