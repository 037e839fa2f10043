-- What came of each campaign?
-- Grain: one row per campaign, channel and segment.
-- Recipients held out are no contacts. A recipient responded if the day of a response is known. The interval is Wilson's
-- at 95 % (Wilson 1927, z = 1.959964). A count of 1 up to the threshold is hidden, and with it whatever it could be
-- worked out from: the cost per response goes with the responses, the cost with the contacts.
with

contacts as (
  select
    campaign_id,
    channel,
    coalesce(segment, 'unknown') as segment,
    responded_on is not null and responded_on <= :as_of as responded,
    converted,
    cost
  from campaign_contacts
  where not holdout
    and contacted_on <= :as_of
),

counted as (
  select
    campaign_id,
    channel,
    segment,
    count(*) as contacts,
    count_if(responded) as responses,
    count_if(converted) as conversions,
    sum(cost) as cost
  from contacts
  group by campaign_id, channel, segment
),

rated as (
  select
    *,
    responses / cast(contacts as double) as rate,
    1.959964D * 1.959964D / contacts as z2n,
    contacts < :threshold as all_hidden,
    responses between 1 and :threshold - 1 as responses_hidden,
    conversions between 1 and :threshold - 1 as conversions_hidden
  from counted
),

intervals as (
  select
    *,
    (rate + z2n / 2) / (1 + z2n) as middle,
    sqrt(rate * (1 - rate) * z2n + z2n * z2n / 4) / (1 + z2n) as half_width
  from rated
)

select
  intervals.campaign_id,
  coalesce(campaigns.name, intervals.campaign_id) as campaign_name,
  intervals.channel,
  intervals.segment,
  if(all_hidden, null, contacts) as contacts,
  if(all_hidden or responses_hidden, null, responses) as responses,
  if(all_hidden or responses_hidden, null, rate) as response_rate,
  if(all_hidden or responses_hidden, null, greatest(middle - half_width, 0)) as response_low,
  if(all_hidden or responses_hidden, null, least(middle + half_width, 1)) as response_high,
  if(all_hidden or conversions_hidden, null, conversions) as conversions,
  if(all_hidden, null, cost) as cost,
  if(all_hidden or responses_hidden, null, cast(try_divide(cost, responses) as decimal(18, 2))) as cost_per_response,
  all_hidden or responses_hidden or conversions_hidden as suppressed
from intervals
left join campaigns
  on intervals.campaign_id = campaigns.campaign_id
