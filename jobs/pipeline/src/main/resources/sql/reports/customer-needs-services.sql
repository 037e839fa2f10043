-- Spending by service with the Postal Service and with competitors in the 12 full months before the month of the as-of
-- day, and who of them leads: the competitor that leads in the most spending, customer by customer and month by month.
-- Services used by too few customers are one, other services, which the next smallest joins until enough stand behind it; they
-- are left out where even all of them are too few. The share of wallet is taken over customers of whose use of
-- competitors something is known; usps_spend_compared is what they spent with the Postal Service. Where there are no such
-- customers, or too few, competitors' figures stay empty and share_gap says why; so do they where too few others would be what
-- is left of the spending.
with

months_of_services as (
  select
    customer_key,
    service,
    usps_spend,
    competitor_spend,
    leading_competitor,
    share_gap is distinct from 'no_competitor_data' as is_compared
  from service_mix
  where month >= add_months(trunc(:as_of, 'MM'), -12)
    and month < trunc(:as_of, 'MM')
    and usps_spend + competitor_spend > 0
),

placed as (
  select
    service,
    coalesce(
      count(distinct customer_key) < :minimum_group
        or sum(count(distinct customer_key)) over (
          order by count(distinct customer_key), service
          rows between unbounded preceding and 1 preceding
        ) < :minimum_group,
      false
    ) as taken_together
  from months_of_services
  group by service
),

months as (
  select
    months_of_services.* except (service),
    if(placed.taken_together, 'other services', months_of_services.service) as service
  from months_of_services
  inner join placed
    on months_of_services.service = placed.service
),

by_customer as (
  select
    service,
    customer_key,
    bool_or(is_compared) as is_compared,
    sum(usps_spend) as usps_spend,
    sum(competitor_spend) as competitor_spend
  from months
  group by service, customer_key
),

services as (
  select
    service,
    sum(usps_spend) as usps_spend,
    coalesce(sum(usps_spend) filter (where is_compared), 0) as usps_spend_compared,
    sum(competitor_spend) as competitor_spend,
    case
      when count_if(is_compared) = 0 then 'no competitor data'
      when count_if(is_compared) < :minimum_group then 'too few with competitor data'
      when count_if(not is_compared) between 1 and :minimum_group - 1 then 'too few without competitor data'
    end as share_gap
  from by_customer
  group by service
  having count(*) >= :minimum_group
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
  if(share_gap is null, cast(services.usps_spend_compared as decimal(18, 2)), null) as usps_spend_compared,
  if(share_gap is null, cast(services.competitor_spend as decimal(18, 2)), null) as competitor_spend,
  if(
    share_gap is null,
    cast(try_divide(usps_spend_compared, usps_spend_compared + competitor_spend) as double),
    null
  ) as usps_share,
  if(share_gap is null, first_leaders.leading_competitor, null) as leading_competitor,
  services.share_gap
from services
left join first_leaders
  on services.service = first_leaders.service
order by services.service = 'other services', competitor_spend desc nulls last, services.service
