-- What each customer used in the 12 full months before the month of the as-of day. The running month is left out: its
-- figures are still coming in.
-- Grain: one row per customer and service.
select
  customer_key,
  service,
  sum(usps_spend) as usps_spend,
  sum(competitor_spend) as competitor_spend,
  count_if(competitor_spend > 0) as competitor_months,
  max_by(leading_competitor, struct(competitor_spend, month)) filter (where competitor_spend > 0) as leading_competitor
from service_mix
where month >= add_months(trunc(:as_of, 'MM'), -12)
  and month < trunc(:as_of, 'MM')
group by customer_key, service
