-- Which services are used by the same customers?
-- Grain: one row per ordered pair of services that at least the threshold of customers use together.
-- A customer uses a service that it ordered, or got from the Postal Service, in the last 12 months. Support, confidence
-- and lift: Agrawal, Imielinski and Swami (1993); Brin, Motwani, Ullman and Tsur (1997). A service below the threshold
-- cannot be part of a pair above it, so it is left out before pairs are made.
with

used as (
  select customer_id, service
  from stg_order_lines
  where order_date > add_months(:as_of, -12)
  union
  select customer_id, service
  from service_usage
  where provider = 'USPS'
    and units > 0
    and month > add_months(:as_of, -12)
    and month <= :as_of
),

services as (
  select
    service,
    count(*) as customers
  from used
  group by service
  having count(*) >= :threshold
),

portfolios as (
  select
    used.customer_id,
    collect_list(used.service) as services
  from used
  inner join services
    on used.service = services.service
  group by used.customer_id
),

firsts as (
  select
    explode(services) as service_a,
    services
  from portfolios
),

pairs as (
  select
    service_a,
    explode(services) as service_b
  from firsts
),

together as (
  select
    service_a,
    service_b,
    count(*) as customers_both
  from pairs
  where service_a <> service_b
  group by service_a, service_b
  having count(*) >= :threshold
),

everybody as (
  select count(*) as customers_all
  from (select customer_id from used group by customer_id)
)

select
  together.service_a,
  together.service_b,
  users_a.customers as customers_a,
  users_b.customers as customers_b,
  together.customers_both,
  everybody.customers_all,
  together.customers_both / cast(everybody.customers_all as double) as support,
  together.customers_both / cast(users_a.customers as double) as confidence,
  together.customers_both * cast(everybody.customers_all as double) / (users_a.customers * users_b.customers) as lift
from together
inner join services as users_a
  on together.service_a = users_a.service
inner join services as users_b
  on together.service_b = users_b.service
cross join everybody
