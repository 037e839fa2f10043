-- What do firms of one sector and size usually spend?
-- Grain: one row per industry sector and size band.
-- Percentiles are exact, with linear interpolation between two customers. Sectors of too few customers are one, other, of
-- all sizes; so are sizes within a sector. The next smallest joins them until enough customers stand behind it. The share of
-- the Postal Service asks for as many customers of whom competitors' shares are known too.
with

values_of_customers as (
  select
    customer_key,
    coalesce(naics_sector, 'unknown') as naics_sector,
    coalesce(size_band, 'unknown') as size_band,
    spend_12m
  from customer_value
),

sectors as (
  select
    naics_sector,
    coalesce(
      count(*) < :minimum_group
        or sum(count(*)) over (order by count(*), naics_sector rows between unbounded preceding and 1 preceding) < :minimum_group,
      false
    ) as taken_together
  from values_of_customers
  group by naics_sector
),

of_sectors as (
  select
    customers.* except (naics_sector, size_band),
    if(sectors.taken_together, 'other', customers.naics_sector) as naics_sector,
    if(sectors.taken_together, 'all', customers.size_band) as size_band
  from values_of_customers as customers
  inner join sectors
    on customers.naics_sector = sectors.naics_sector
),

sizes as (
  select
    naics_sector,
    size_band,
    coalesce(
      count(*) < :minimum_group
        or sum(count(*)) over (
          partition by naics_sector
          order by count(*), size_band
          rows between unbounded preceding and 1 preceding
        ) < :minimum_group,
      false
    )
    and naics_sector <> 'other' as taken_together
  from of_sectors
  group by naics_sector, size_band
),

benchmarks as (
  select
    of_sectors.naics_sector,
    if(sizes.taken_together, 'other', of_sectors.size_band) as size_band,
    count(*) as customers,
    percentile(spend_12m, array(0.25, 0.5, 0.75)) as spend,
    count(usps_share) as customers_with_share,
    percentile(usps_share, 0.5) as usps_share_p50
  from of_sectors
  inner join sizes
    on of_sectors.naics_sector = sizes.naics_sector
    and of_sectors.size_band = sizes.size_band
  left join stg_wallet_shares
    on of_sectors.customer_key = stg_wallet_shares.customer_key
  group by of_sectors.naics_sector, if(sizes.taken_together, 'other', of_sectors.size_band)
),

hidden as (
  select
    *,
    customers < :minimum_group as all_hidden,
    customers_with_share between 1 and :minimum_group - 1 as share_hidden
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
