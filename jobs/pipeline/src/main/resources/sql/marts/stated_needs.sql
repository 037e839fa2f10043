-- Which services did customers name in calls, surveys, polls and chats, and when?
-- Grain: one row per customer, channel, day and service.
-- The words of conf/needs/dictionary.yaml decide; stg_stated_needs looks them up. A call that names no known service states
-- a need all the same, without a service. Rows do not depend on the day they are read on: how far and for how long a
-- statement counts is applied by need_evidence, so that texts are gone through only when some came or went.
select
  pseudonym(customer_id) as customer_key,
  channel,
  said_on,
  service,
  count(*) as statements,
  any_value(channel_name) as channel_name,
  any_value(trust) as trust,
  any_value(counts_for_days) as counts_for_days
from stg_stated_needs
group by customer_id, channel, said_on, service
