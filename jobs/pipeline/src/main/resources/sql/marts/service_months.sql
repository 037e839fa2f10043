-- How much of each service is used month by month, and how much of it comes to the Postal Service?
-- Grain: one row per service and month.
-- The share is taken over customers of whose use of competitors something is known; the others would make it too large.
-- Figures with fewer customers behind them than a group must have are hidden; so is
-- the share where too few others are left, whose spending would follow.
with

months as (
  select
    service,
    month,
    count(*) as customers,
    sum(usps_units) as usps_units,
    sum(usps_spend) as usps_spend,
    sum(competitor_units) as competitor_units,
    sum(competitor_spend) as competitor_spend,
    count(usps_share) as customers_with_share,
    sum(usps_spend) filter (where usps_share is not null) as usps_spend_with_share
  from service_mix
  where usps_units + competitor_units > 0
  group by service, month
),

hidden as (
  select
    *,
    customers < :minimum_group as all_hidden,
    customers_with_share < :minimum_group
      or customers - customers_with_share between 1 and :minimum_group - 1 as share_hidden
  from months
)

select
  service,
  month,
  if(all_hidden, null, customers) as customers,
  if(all_hidden, null, usps_units) as usps_units,
  if(all_hidden, null, usps_spend) as usps_spend,
  if(share_hidden, null, competitor_units) as competitor_units,
  if(share_hidden, null, competitor_spend) as competitor_spend,
  if(
    share_hidden, null, cast(try_divide(usps_spend_with_share, usps_spend_with_share + competitor_spend) as double)
  ) as usps_share,
  if(share_hidden, null, customers_with_share) as customers_with_share,
  case
    when all_hidden then 'too_few_customers'
    when customers_with_share = 0 then 'no_competitor_data'
    when customers_with_share < :minimum_group then 'too_few_with_competitor_data'
    when share_hidden then 'too_few_without_competitor_data'
  end as gap
from hidden
