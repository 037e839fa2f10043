-- What each customer used of each service in the last year and in the year before: one read of the mart for all kinds of
-- evidence.
-- Grain: one row per customer and service.
select
  customer_key,
  service,
  usps_spend,
  usps_spend_before,
  competitor_spend,
  competitor_months,
  leading_competitor,
  order_days_before,
  last_order_on
from customer_services
