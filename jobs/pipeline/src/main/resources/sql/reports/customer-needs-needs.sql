-- The 200 needs worth most, of customers who may be contacted by every channel: whoever opted out, left all publications, whose
-- relationship ended or who had as many contacts as the caps allow is not here.
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
left anti join contact_suppression
  on customer_needs.customer_key = contact_suppression.contact_key
  and coalesce(contact_suppression.until >= :as_of, true)
order by rank
limit 200
