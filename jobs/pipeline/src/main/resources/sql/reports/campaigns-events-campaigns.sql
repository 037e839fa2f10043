-- What came of each campaign as a whole, the largest first. One of too few contacts shows no figures.
select
  campaign_name,
  service,
  contacts,
  responses,
  response_rate,
  response_low,
  response_high,
  conversions,
  conversion_rate,
  conversion_low,
  conversion_high,
  cost,
  cost_per_response,
  held_out,
  held_out_rate,
  lift,
  lift_low,
  lift_high,
  lift_gap,
  suppressed
from campaign_results
where channel = 'all'
order by contacts desc nulls last, campaign_name, campaign_id
limit 200
