-- How often the first needs held what customers then bought, as the latest back-test found.
select
  cast(first_needs as bigint) as first_needs,
  scored_on,
  bought_until,
  customers_scored,
  buyers,
  hits,
  hit_rate,
  hit_low,
  hit_high,
  popular_hits,
  popular_rate,
  popular_low,
  popular_high,
  round(lift, 2) as lift
from needs_backtest
order by first_needs
