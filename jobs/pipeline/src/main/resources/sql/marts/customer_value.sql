-- How recently, how often and for how much does each customer buy, and does that grow?
-- Grain: one row per customer with a purchase.
--
-- Recency, frequency and monetary value with fifths of the customers: Hughes, A. M. (1994), Strategic Database
-- Marketing. Recency is the number of full days between the day of the last order and the as-of day; frequency the
-- number of orders; monetary the sum of all purchases. Customers with equal figures are told apart by the other two
-- figures, then by customer key, so that the fifths are of equal size and always the same. Fewer than five customers
-- have no fifths: their scores stay empty and their segment is Unranked.
-- The chance that a customer still buys and the orders and spending of the next 52 weeks are those of the models in
-- value_model; of a relationship that has ended nothing is expected. Trends compare 12 months with the 12 before, and
-- 3 months with the 3 before and with the same 3 of the year before.
with

customers_known as (
  select
    *,
    pseudonym(customer_id) as customer_key,
    coalesce(relationship_ended_on <= :as_of, false) as has_ended
  from stg_customers
),

fifths as (
  select
    *,
    count(*) over () as ranked_customers,
    ntile(5) over (order by last_order_on, frequency, monetary, customer_key) as recency_fifth,
    ntile(5) over (order by frequency, monetary, last_order_on, customer_key) as frequency_fifth,
    ntile(5) over (order by monetary, frequency, last_order_on, customer_key) as monetary_fifth
  from stg_lifetime_value
),

scores as (
  select
    *,
    if(ranked_customers >= 5, recency_fifth, null) as r_score,
    if(ranked_customers >= 5, frequency_fifth, null) as f_score,
    if(ranked_customers >= 5, monetary_fifth, null) as m_score
  from fifths
),

segments as (
  select
    *,
    case
      when r_score is null then 'Unranked'
      when r_score >= 4 and f_score + m_score >= 8 then 'Champions'
      when r_score >= 3 and f_score + m_score >= 6 then 'Loyal'
      when r_score >= 4 and frequency = 1 then 'New'
      when r_score >= 4 then 'Promising'
      when r_score = 3 then 'Needs attention'
      when f_score + m_score >= 8 then 'Cannot lose'
      when f_score + m_score >= 6 then 'At risk'
      when r_score = 2 then 'Hibernating'
      else 'Lost'
    end as segment
  from scores
)

select
  segments.customer_key,
  coalesce(customers_known.customer_kind, 'unknown') as customer_kind,
  segments.segment,
  customers_known.naics_sector,
  customers_known.size_band,
  greatest(datediff(:as_of, segments.last_order_on) - 1, 0) as recency_days,
  segments.frequency,
  segments.monetary,
  segments.r_score,
  segments.f_score,
  segments.m_score,
  datediff(:as_of, least(customers_known.relationship_started_on, segments.first_order_on)) as tenure_days,
  segments.spend_12m,
  segments.spend_previous_12m,
  cast(
    try_divide(segments.spend_12m - segments.spend_previous_12m, segments.spend_previous_12m) as double
  ) as trend,
  segments.spend_3m,
  segments.spend_previous_3m,
  segments.spend_3m_year_before,
  cast(
    try_divide(segments.spend_3m - segments.spend_previous_3m, segments.spend_previous_3m) as double
  ) as trend_previous,
  cast(
    try_divide(segments.spend_3m - segments.spend_3m_year_before, segments.spend_3m_year_before) as double
  ) as trend_year_before,
  case
    when least(segments.spend_previous_12m, segments.spend_previous_3m, segments.spend_3m_year_before) > 0 then null
    when least(customers_known.relationship_started_on, segments.first_order_on) > add_months(:as_of, -24)
      then 'history_too_short'
    else 'no_spending_before'
  end as trend_gap,
  if(customers_known.has_ended, null, segments.p_alive) as p_alive,
  if(customers_known.has_ended, null, segments.expected_orders) as expected_orders,
  if(customers_known.has_ended, null, cast(segments.expected_order_value as decimal(18, 2))) as expected_order_value,
  if(
    customers_known.has_ended,
    null,
    cast(segments.expected_orders * segments.expected_order_value as decimal(18, 2))
  ) as expected_value,
  if(customers_known.has_ended, 'relationship_ended', segments.clv_gap) as clv_gap
from segments
left join customers_known
  on segments.customer_key = customers_known.customer_key
