-- How many a campaign reached, how many answered and how many ordered, and the same of those held out.
-- Grain: one row per campaign, channel and segment, and one per campaign with 'all' for both.
with

chosen as (
  select
    campaign_id,
    channel,
    coalesce(segment, 'unknown') as segment,
    holdout,
    coalesce(responded_on <= :as_of, false) as responded,
    converted,
    cost
  from campaign_contacts
  where contacted_on <= :as_of
)

select
  campaign_id,
  coalesce(channel, 'all') as channel,
  coalesce(segment, 'all') as segment,
  count_if(not holdout) as contacts,
  count_if(not holdout and responded) as responses,
  count_if(not holdout and converted) as conversions,
  sum(if(holdout, 0, cost)) as cost,
  count_if(holdout) as held_out,
  count_if(holdout and converted) as held_out_conversions
from chosen
group by grouping sets ((campaign_id, channel, segment), (campaign_id))
having count_if(not holdout) > 0
