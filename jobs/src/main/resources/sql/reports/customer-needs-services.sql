-- Spending by service with the Postal Service and with competitors in the 12 full months before the month of the as-of
-- day, and who of them leads: the competitor that leads in the most spending, customer by customer and month by month.
-- A service used by fewer customers than the threshold is left out.
with

months as (
  select
    customer_key,
    service,
    usps_spend,
    competitor_spend,
    leading_competitor
  from service_mix
  where month >= add_months(trunc(:as_of, 'MM'), -12)
    and month < trunc(:as_of, 'MM')
    and usps_spend + competitor_spend > 0
),

by_customer as (
  select
    service,
    customer_key,
    sum(usps_spend) as usps_spend,
    sum(competitor_spend) as competitor_spend
  from months
  group by service, customer_key
),

services as (
  select
    service,
    sum(usps_spend) as usps_spend,
    sum(competitor_spend) as competitor_spend
  from by_customer
  group by service
  having count(*) >= :threshold
),

leaders as (
  select
    service,
    leading_competitor,
    sum(competitor_spend) as spend
  from months
  where leading_competitor is not null
  group by service, leading_competitor
),

first_leaders as (
  select
    service,
    min_by(leading_competitor, struct(-spend, leading_competitor)) as leading_competitor
  from leaders
  group by service
)

select
  services.service,
  cast(services.usps_spend as decimal(18, 2)) as usps_spend,
  cast(services.competitor_spend as decimal(18, 2)) as competitor_spend,
  cast(services.usps_spend / (services.usps_spend + services.competitor_spend) as double) as usps_share,
  first_leaders.leading_competitor
from services
left join first_leaders
  on services.service = first_leaders.service
order by services.competitor_spend desc, services.service
