-- Would the ranking of needs have been right? Needs scored one horizon ago against what customers bought since.
-- Grain: one row per number of needs looked at (1, 3, 10).
-- customer_needs and service_mix are here those of the day the needs were scored on, made from what was known on it. A purchase counts if the
-- customer was not buying the service in the year before: no order and no metered use of it with the Postal Service. A
-- customer with such a purchase is hit at k if one of its services is among the customer's first k needs. The yardstick
-- recommends to everyone the most popular service that the customer does not buy yet, by the number of customers who
-- bought it in the year before; lift is the hit rate of the needs over that of the yardstick. Only customers whose
-- relationship lasted on the day of scoring are looked at, and only needs about a service. Intervals are Wilson's at 95 %
-- (Wilson 1927).
with

scored_customers as (
  select pseudonym(customers.customer_id) as customer_key
  from customers
  cross join stg_scoring
  where customers.relationship_started_on <= stg_scoring.scored_on
    and coalesce(customers.relationship_ended_on > stg_scoring.scored_on, true)
),

bought as (
  select
    stg_bought_since.customer_key,
    stg_bought_since.service,
    stg_bought_since.after,
    stg_bought_since.before
  from stg_bought_since
  inner join scored_customers
    on stg_bought_since.customer_key = scored_customers.customer_key
),

popular as (
  select
    service,
    count(*) as customers
  from bought
  where before
  group by service
),

buyers as (
  select
    customer_key,
    collect_set(service) filter (where before) as own,
    collect_set(service) filter (where after and not before) as new
  from bought
  group by customer_key
  having size(collect_set(service) filter (where after and not before)) > 0
),

needs as (
  select
    buyers.customer_key,
    array_contains(buyers.new, customer_needs.service) as hit,
    row_number() over (partition by buyers.customer_key order by customer_needs.rank) as place
  from buyers
  inner join customer_needs
    on buyers.customer_key = customer_needs.customer_key
  where customer_needs.service is not null
    and not array_contains(buyers.own, customer_needs.service)
),

favourites as (
  select
    buyers.customer_key,
    array_contains(buyers.new, popular.service) as hit,
    row_number() over (partition by buyers.customer_key order by popular.customers desc, popular.service) as place
  from buyers
  cross join popular
  where not array_contains(buyers.own, popular.service)
),

first_hits as (
  select
    buyers.customer_key,
    min(needs_hit.place) as needs_place,
    min(popular_hit.place) as popular_place
  from buyers
  left join (select customer_key, min(place) as place from needs where hit group by customer_key) as needs_hit
    on buyers.customer_key = needs_hit.customer_key
  left join (select customer_key, min(place) as place from favourites where hit group by customer_key) as popular_hit
    on buyers.customer_key = popular_hit.customer_key
  group by buyers.customer_key
),

looked_at as (
  select
    explode(array(1, 3, 10)) as first_needs,
    needs_place,
    popular_place
  from first_hits
),

counted as (
  select
    first_needs,
    count(*) as buyers,
    count_if(needs_place <= first_needs) as hits,
    count_if(popular_place <= first_needs) as popular_hits
  from looked_at
  group by first_needs
  having count(*) >= :minimum_group
),

rated as (
  select
    *,
    hits / cast(buyers as double) as hit_rate,
    popular_hits / cast(buyers as double) as popular_rate,
    1.959964D * 1.959964D / buyers as z2n
  from counted
)

select
  rated.first_needs,
  stg_scoring.scored_on,
  :as_of as bought_until,
  scored.customers as customers_scored,
  rated.buyers,
  rated.hits,
  rated.hit_rate,
  greatest(
    (hit_rate + z2n / 2 - sqrt(hit_rate * (1 - hit_rate) * z2n + z2n * z2n / 4)) / (1 + z2n), 0
  ) as hit_low,
  least((hit_rate + z2n / 2 + sqrt(hit_rate * (1 - hit_rate) * z2n + z2n * z2n / 4)) / (1 + z2n), 1) as hit_high,
  rated.popular_hits,
  rated.popular_rate,
  greatest(
    (popular_rate + z2n / 2 - sqrt(popular_rate * (1 - popular_rate) * z2n + z2n * z2n / 4)) / (1 + z2n), 0
  ) as popular_low,
  least(
    (popular_rate + z2n / 2 + sqrt(popular_rate * (1 - popular_rate) * z2n + z2n * z2n / 4)) / (1 + z2n), 1
  ) as popular_high,
  try_divide(rated.hit_rate, rated.popular_rate) as lift
from rated
cross join stg_scoring
cross join (select count(*) as customers from scored_customers) as scored
