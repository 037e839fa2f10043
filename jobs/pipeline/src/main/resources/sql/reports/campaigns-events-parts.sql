-- What came of each campaign by channel and segment, campaigns by name; the 500 parts with the most contacts. What is
-- other are parts of too few contacts taken together.
with

parts as (
  select
    *,
    row_number() over (order by contacts desc, campaign_id, channel, segment) as place
  from campaign_results
  where channel <> 'all'
)

select
  campaign_name,
  channel,
  segment,
  contacts,
  responses,
  response_rate,
  response_low,
  response_high,
  conversions,
  conversion_rate,
  conversion_low,
  conversion_high,
  cost_per_response,
  false as suppressed
from parts
where place <= 500
order by campaign_name, campaign_id, channel = 'other', channel, segment
