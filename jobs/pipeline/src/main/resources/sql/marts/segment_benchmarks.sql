-- What do firms of one sector and size usually spend?
-- Grain: one row per industry sector and size band.
-- Percentiles are exact, with linear interpolation between two customers. A group of fewer customers than the threshold
-- shows nothing; the share of the Postal Service asks for as many customers of whom competitors' shares are known too.
with

values_of_customers as (
  select
    customer_key,
    coalesce(naics_sector, 'unknown') as naics_sector,
    coalesce(size_band, 'unknown') as size_band,
    spend_12m
  from customer_value
),

benchmarks as (
  select
    naics_sector,
    size_band,
    count(*) as customers,
    percentile(spend_12m, array(0.25, 0.5, 0.75)) as spend,
    count(usps_share) as customers_with_share,
    percentile(usps_share, 0.5) as usps_share_p50
  from values_of_customers
  left join stg_wallet_shares
    on values_of_customers.customer_key = stg_wallet_shares.customer_key
  group by naics_sector, size_band
),

hidden as (
  select
    *,
    customers < :threshold as all_hidden,
    customers_with_share between 1 and :threshold - 1 as share_hidden
  from benchmarks
)

select
  naics_sector,
  size_band,
  if(all_hidden, null, customers) as customers,
  if(all_hidden, null, cast(spend[0] as decimal(18, 2))) as spend_p25,
  if(all_hidden, null, cast(spend[1] as decimal(18, 2))) as spend_p50,
  if(all_hidden, null, cast(spend[2] as decimal(18, 2))) as spend_p75,
  if(all_hidden or share_hidden, null, usps_share_p50) as usps_share_p50,
  all_hidden or share_hidden as suppressed,
  case
    when all_hidden then 'too_few_customers'
    when customers_with_share = 0 then 'no_competitor_data'
    when share_hidden then 'too_few_with_competitor_data'
  end as gap
from hidden
