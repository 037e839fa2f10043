-- The share of the Postal Service in what each customer spent on mailing and shipping in the 12 full months before the
-- month of the as-of day. The running month is left out: its figures are still coming in.
-- Grain: one row per customer of whose use of competitors something is known.
select
  customer_key,
  cast(try_divide(sum(usps_spend), sum(usps_spend) + sum(competitor_spend)) as double) as usps_share
from service_mix
where month >= add_months(trunc(:as_of, 'MM'), -12)
  and month < trunc(:as_of, 'MM')
  and share_gap is distinct from 'no_competitor_data'
group by customer_key
