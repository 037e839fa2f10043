-- How many a campaign reached, how many answered and how many ordered, and the same of those held out.
-- Grain: one row per campaign, channel and segment, and one per campaign with 'all' for both. Parts of too few contacts are
-- one, with 'other' for both, which the next smallest joins until enough people stand behind it.
with

chosen as (
  select
    campaign_id,
    channel,
    coalesce(segment, 'unknown') as segment,
    count_if(not holdout) as contacts,
    count_if(not holdout and coalesce(responded_on <= :as_of, false)) as responses,
    count_if(not holdout and converted) as conversions,
    sum(if(holdout, 0, cost)) as cost,
    count_if(holdout) as held_out,
    count_if(holdout and converted) as held_out_conversions
  from campaign_contacts
  where contacted_on <= :as_of
  group by campaign_id, channel, coalesce(segment, 'unknown')
),

placed as (
  select
    *,
    contacts < :minimum_group
    or sum(contacts) over (
      partition by campaign_id
      order by contacts, channel, segment
      rows between unbounded preceding and 1 preceding
    ) between 1 and :minimum_group - 1 as taken_together
  from chosen
),

named as (
  select
    * except (channel, segment, taken_together),
    if(coalesce(taken_together, false), 'other', channel) as channel,
    if(coalesce(taken_together, false), 'other', segment) as segment
  from placed
)

select
  campaign_id,
  coalesce(channel, 'all') as channel,
  coalesce(segment, 'all') as segment,
  sum(contacts) as contacts,
  sum(responses) as responses,
  sum(conversions) as conversions,
  sum(cost) as cost,
  sum(held_out) as held_out,
  sum(held_out_conversions) as held_out_conversions
from named
group by grouping sets ((campaign_id, channel, segment), (campaign_id))
