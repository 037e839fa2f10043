-- What came of each campaign, and what did it change?
-- Grain: one row per campaign, channel and segment, and one per campaign with all for both.
-- A recipient responded if the day of a response is known, and converted if an order followed. Intervals of shares are
-- Wilson's at 95 % (Wilson 1927, z = 1.959964). Lift is the conversion rate less that of the recipients held out on
-- purpose, with the interval of Newcombe (1998, method 10). Where there is no lift its column says why not. A count of 1
-- up to the threshold is hidden, and with it whatever it could be worked out from; if only one part of a campaign hides a
-- figure, the next smallest part hides it too, or the campaign's whole would tell it.
with

judged as (
  select
    *,
    segment = 'all' as is_whole,
    contacts < :threshold as small,
    contacts < :threshold or responses between 1 and :threshold - 1 as few_responses,
    contacts < :threshold or conversions between 1 and :threshold - 1 as few_conversions
  from stg_campaign_counts
),

placed as (
  select
    *,
    count_if(small) over parts = 1 and row_number() over (partition by campaign_id, is_whole order by small, contacts) = 1 as small_too,
    count_if(few_responses) over parts = 1
      and row_number() over (partition by campaign_id, is_whole order by few_responses, responses, contacts) = 1 as few_responses_too,
    count_if(few_conversions) over parts = 1
      and row_number() over (partition by campaign_id, is_whole order by few_conversions, conversions, contacts) = 1 as few_conversions_too
  from judged
  window parts as (partition by campaign_id, is_whole)
),

hidden as (
  select
    *,
    small or (small_too and not is_whole) as all_hidden,
    small or (small_too and not is_whole) or few_responses or (few_responses_too and not is_whole) as responses_hidden,
    small or (small_too and not is_whole) or few_conversions or (few_conversions_too and not is_whole)
      as conversions_hidden
  from placed
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
      when held_out < :threshold then 'hold-out too small'
      when conversions_hidden or held_out_conversions between 1 and :threshold - 1 then 'too few orders'
    end as lift_gap
  from hidden
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
  if(responses_hidden, null, responses) as responses,
  if(responses_hidden, null, response_rate) as response_rate,
  if(responses_hidden, null, response_low) as response_low,
  if(responses_hidden, null, response_high) as response_high,
  if(conversions_hidden, null, conversions) as conversions,
  if(conversions_hidden, null, conversion_rate) as conversion_rate,
  if(conversions_hidden, null, conversion_low) as conversion_low,
  if(conversions_hidden, null, conversion_high) as conversion_high,
  if(all_hidden, null, cost) as cost,
  if(responses_hidden, null, cast(try_divide(cost, responses) as decimal(18, 2))) as cost_per_response,
  if(all_hidden or held_out between 1 and :threshold - 1, null, held_out) as held_out,
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
  all_hidden or responses_hidden or conversions_hidden as suppressed
from bounds
left join campaigns
  on bounds.campaign_id = campaigns.campaign_id
