-- Every customer with what is known of it on the as-of day.
-- Grain: one row per customer.
-- The customer's own industry code goes before the one a list provider reports.
with

latest_profiles as (
  select
    customer_id,
    max_by(naics, observed_on) filter (where naics is not null) as naics,
    max_by(size_band, observed_on) filter (where size_band is not null) as size_band
  from firm_profiles
  where observed_on <= :as_of
  group by customer_id
)

select
  customers.customer_id,
  customers.kind as customer_kind,
  coalesce(customers.naics, latest_profiles.naics) as naics,
  left(coalesce(customers.naics, latest_profiles.naics), 2) as naics_sector,
  latest_profiles.size_band,
  customers.relationship_started_on,
  customers.relationship_ended_on
from customers
left join latest_profiles
  on customers.customer_id = latest_profiles.customer_id
