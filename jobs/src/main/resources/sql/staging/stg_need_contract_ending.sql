-- Needs of customers whose contract as a supplier ends within half a year.
-- Grain: one row per customer.
-- When the contract goes, the customer's own orders may follow. Score: nearness of the end, 1 on the as-of day, 0 after
-- half a year. Expected value: the orders of the last 12 months times the share of them taken to be at stake, a tenth.
-- Confidence: a half, since the end of the contract is certain and its effect is not.
with

exposed as (
  select
    *,
    0.1 as share_at_stake,
    182 as horizon_days
  from supplier_exposure
)

select
  customer_key,
  'contract_ending' as need_kind,
  cast(null as string) as service,
  1 - next_end_in_days / cast(horizon_days as double) as score,
  cast(spend_12m * share_at_stake as decimal(18, 2)) as expected_value,
  0.5D as confidence,
  concat(
    'Supplies us under ', contracts, if(contracts = 1, ' contract', ' contracts'), ' worth $',
    format_number(contract_value, 0), '; the next to end does so in ', next_end_in_days, ' days. Ordered for $',
    format_number(spend_12m, 0), ' in the last 12 months.'
  ) as evidence
from exposed
where next_end_in_days between 0 and horizon_days
