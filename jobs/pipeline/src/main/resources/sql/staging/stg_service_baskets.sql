-- What each customer took in the last 12 months: order by order, and all in all.
-- Grain: one row per customer that ordered or used any service.
-- A customer uses a service that it ordered, or got from the Postal Service.
with

taken as (
  select
    customer_key,
    services as basket,
    cast(null as string) as service
  from customer_orders
  where order_date > add_months(:as_of, -12)
    and order_date <= :as_of
  union all
  select
    customer_key,
    null as basket,
    service
  from service_mix
  where usps_units > 0
    and month > add_months(:as_of, -12)
    and month <= :as_of
),

by_customer as (
  select
    customer_key,
    collect_list(basket) as baskets,
    collect_set(service) as used
  from taken
  group by customer_key
)

select
  customer_key,
  baskets,
  array_union(flatten(transform(baskets, basket -> split(basket, ';'))), used) as portfolio
from by_customer
