-- Customers as far as they were known on an earlier day.
-- Grain: one row per customer known by then.
-- A source writes a customer over. The industry code of a version written since is not what was known then: it is left out,
-- and the one that a list provider had reported by then counts.
select
  * except (naics),
  if(updated_on <= :as_of, naics, null) as naics
from customers
