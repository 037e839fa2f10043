-- What a customer who uses a service usually spends on it with the Postal Service in a year: the median.
-- Grain: one row per service that as many customers use as a group must have.
select
  service,
  median(usps_spend) as median_spend
from stg_service_history
where usps_spend > 0
group by service
having count(*) >= :minimum_group
