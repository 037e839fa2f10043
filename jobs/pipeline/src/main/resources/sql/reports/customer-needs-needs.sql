-- The 200 needs worth most over all customers.
select
  cast(
    row_number() over (order by expected_value desc nulls last, score desc, customer_key, rank) as bigint
  ) as rank,
  customer_key,
  segment,
  naics_sector,
  size_band,
  need_name as need_kind,
  service,
  value_at_stake,
  score,
  expected_value,
  confidence,
  evidence,
  next_step,
  material
from customer_needs
order by rank
limit 200
