-- What does each customer most likely need next, on what evidence, and what should be done about it?
-- Grain: one row per customer and ranked need.
-- Each kind of need has its own model, staging/stg_need_<kind>.sql, which says how it is found, scored and valued. The
-- need with the highest expected value comes first; where nothing can be valued, the strongest one. A service that peers
-- use and that goes with what the customer already uses is offered once, on the evidence of the peers.
with

found as (
  select * from stg_need_competitor_share
  union all
  select * from stg_need_lapsing
  union all
  select * from stg_need_white_space
  union all
  select * from stg_need_bought_together
  union all
  select * from stg_need_stated
  union all
  select * from stg_need_contract_ending
),

advice as (
  select *
  from values
    ('competitor_share', 'Quote our price for {service} against the competitor''s.', 'Rate card and service guide: {service}'),
    ('lapsing', 'Call and ask what changed.', 'What is new in mailing and shipping'),
    ('white_space', 'Show what firms like it gain from {service}.', 'Introduction and case study: {service}'),
    ('bought_together', 'Offer {service} with the next order.', 'Introduction: {service}'),
    ('stated', 'Come back on what it asked for{about}.', 'Service guide: {service}'),
    ('contract_ending', 'Tell the contract''s manager and call before it ends.', cast(null as string))
    as advice (need_kind, next_step, material)
),

offered_once as (
  select *
  from found
  qualify need_kind <> 'bought_together'
    or not bool_or(need_kind = 'white_space') over (partition by customer_key, service)
),

named as (
  select
    *,
    coalesce(replace(service, '_', ' '), 'mailing and shipping') as service_words,
    coalesce(concat(': ', replace(service, '_', ' ')), '') as about_words
  from offered_once
),

ranked as (
  select
    *,
    row_number() over (
      partition by customer_key
      order by expected_value desc nulls last, score desc, need_kind, service
    ) as rank
  from named
)

select
  ranked.customer_key,
  ranked.rank,
  ranked.need_kind,
  ranked.service,
  ranked.score,
  ranked.expected_value,
  ranked.confidence,
  ranked.evidence,
  replace(
    replace(advice.next_step, '{service}', ranked.service_words), '{about}', ranked.about_words
  ) as next_step,
  replace(advice.material, '{service}', ranked.service_words) as material,
  stg_people.segment,
  stg_people.naics_sector,
  stg_people.size_band
from ranked
inner join advice
  on ranked.need_kind = advice.need_kind
inner join stg_people
  on ranked.customer_key = stg_people.customer_key
