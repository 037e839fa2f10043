-- What came of each campaign, and what did it change?
-- Grain: one row per campaign, channel and segment, and one per campaign with all for both.
-- A recipient responded if the day of a response is known, and converted if an order followed. Intervals of shares are
-- Wilson's at 95 % (Wilson 1927, z = 1.959964). Lift is the conversion rate less that of the recipients held out on
-- purpose, with the interval of Newcombe (1998, method 10). Where there is no lift its column says why not. A campaign of
-- too few contacts shows nothing; parts of too few are taken together in stg_campaign_counts. Recipients held out are a
-- group of their own: where too few of them are left in a part, the part shows none, nor does the next smallest, or the
-- campaign's whole would tell them.
with

judged as (
  select
    *,
    contacts < :minimum_group as all_hidden,
    coalesce(
      held_out between 1 and :minimum_group - 1
      or held_out > 0
      and sum(held_out) over (
        partition by campaign_id, channel = 'all'
        order by held_out, channel, segment
        rows between unbounded preceding and 1 preceding
      ) between 1 and :minimum_group - 1,
      false
    ) as held_out_hidden
  from stg_campaign_counts
),

rated as (
  select
    *,
    responses / cast(contacts as double) as response_rate,
    conversions / cast(contacts as double) as conversion_rate,
    held_out_conversions / cast(nullif(held_out, 0) as double) as held_out_rate,
    1.959964D * 1.959964D / contacts as z2n,
    1.959964D * 1.959964D / nullif(held_out, 0) as z2m,
    case
      when held_out = 0 then 'no hold-out'
      when held_out_hidden or all_hidden then 'hold-out too small'
    end as lift_gap
  from judged
  where contacts >= :minimum_group
    or (channel = 'all' and contacts > 0)
),

intervals as (
  select
    *,
    (response_rate + z2n / 2) / (1 + z2n) as response_middle,
    sqrt(response_rate * (1 - response_rate) * z2n + z2n * z2n / 4) / (1 + z2n) as response_half,
    (conversion_rate + z2n / 2) / (1 + z2n) as conversion_middle,
    sqrt(conversion_rate * (1 - conversion_rate) * z2n + z2n * z2n / 4) / (1 + z2n) as conversion_half,
    (held_out_rate + z2m / 2) / (1 + z2m) as held_out_middle,
    sqrt(held_out_rate * (1 - held_out_rate) * z2m + z2m * z2m / 4) / (1 + z2m) as held_out_half
  from rated
),

bounds as (
  select
    *,
    greatest(response_middle - response_half, 0) as response_low,
    least(response_middle + response_half, 1) as response_high,
    greatest(conversion_middle - conversion_half, 0) as conversion_low,
    least(conversion_middle + conversion_half, 1) as conversion_high,
    greatest(held_out_middle - held_out_half, 0) as held_out_low,
    least(held_out_middle + held_out_half, 1) as held_out_high
  from intervals
)

select
  bounds.campaign_id,
  coalesce(campaigns.name, bounds.campaign_id) as campaign_name,
  campaigns.service,
  bounds.channel,
  bounds.segment,
  if(all_hidden, null, contacts) as contacts,
  if(all_hidden, null, responses) as responses,
  if(all_hidden, null, response_rate) as response_rate,
  if(all_hidden, null, response_low) as response_low,
  if(all_hidden, null, response_high) as response_high,
  if(all_hidden, null, conversions) as conversions,
  if(all_hidden, null, conversion_rate) as conversion_rate,
  if(all_hidden, null, conversion_low) as conversion_low,
  if(all_hidden, null, conversion_high) as conversion_high,
  if(all_hidden, null, cost) as cost,
  if(all_hidden, null, cast(try_divide(cost, responses) as decimal(18, 2))) as cost_per_response,
  if(all_hidden or held_out_hidden, null, held_out) as held_out,
  if(lift_gap is null, held_out_rate, null) as held_out_rate,
  if(lift_gap is null, conversion_rate - held_out_rate, null) as lift,
  if(
    lift_gap is null,
    conversion_rate - held_out_rate
      - sqrt(power(conversion_rate - conversion_low, 2) + power(held_out_high - held_out_rate, 2)),
    null
  ) as lift_low,
  if(
    lift_gap is null,
    conversion_rate - held_out_rate
      + sqrt(power(conversion_high - conversion_rate, 2) + power(held_out_rate - held_out_low, 2)),
    null
  ) as lift_high,
  lift_gap,
  all_hidden as suppressed
from bounds
left join campaigns
  on bounds.campaign_id = campaigns.campaign_id
