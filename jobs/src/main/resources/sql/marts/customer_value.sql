-- How recently, how often and for how much does each customer buy, and does that grow?
-- Grain: one row per customer with a purchase.
--
-- Recency, frequency and monetary value with fifths of the customers: Hughes, A. M. (1994), Strategic Database
-- Marketing. Recency is the number of full days between the day of the last order and the as-of day; frequency the
-- number of orders; monetary the sum of all purchases. Customers with equal figures are told apart by the other two
-- figures, then by customer number, so that the fifths are of equal size and always the same. Fewer than five customers
-- have no fifths: their scores stay empty and their segment is Unranked.
with

customers_known as (
  select * from stg_customers
),

orders as (
  select
    customer_id,
    order_id,
    max(order_date) as order_date,
    sum(amount) as amount
  from stg_order_lines
  group by customer_id, order_id
),

purchases as (
  select
    customer_id,
    min(order_date) as first_order_on,
    max(order_date) as last_order_on,
    count(*) as frequency,
    sum(amount) as monetary,
    sum(if(order_date > add_months(:as_of, -12), amount, 0)) as spend_12m,
    sum(if(order_date > add_months(:as_of, -24) and order_date <= add_months(:as_of, -12), amount, 0))
      as spend_previous_12m
  from orders
  group by customer_id
),

fifths as (
  select
    *,
    count(*) over () as ranked_customers,
    ntile(5) over (order by last_order_on, frequency, monetary, customer_id) as recency_fifth,
    ntile(5) over (order by frequency, monetary, last_order_on, customer_id) as frequency_fifth,
    ntile(5) over (order by monetary, frequency, last_order_on, customer_id) as monetary_fifth
  from purchases
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
  pseudonym(segments.customer_id) as customer_key,
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
  ) as trend
from segments
left join customers_known
  on segments.customer_id = customers_known.customer_id
