-- Needs of customers who have not ordered for much longer than they used to wait.
-- Grain: one row per customer.
-- The usual gap is the mean number of days between the days a customer ordered on. Lapsing is a silence of more than twice
-- that gap and of 30 days to two years; three gaps at least must be known. Strength: the part of the silence beyond the
-- usual gap. At stake: the spending of the twelve months up to the last order. Confidence: gaps known out of ten.
with

order_days as (
  select
    customer_id,
    order_date,
    sum(amount) as amount
  from stg_order_lines
  group by customer_id, order_date
),

spans as (
  select
    customer_id,
    count(*) - 1 as gaps,
    min(order_date) as first_order_on,
    max(order_date) as last_order_on,
    collect_list(struct(order_date, amount)) as order_days
  from order_days
  group by customer_id
  having count(*) > 3
    and max(order_date) between date_sub(:as_of, 730) and date_sub(:as_of, 30)
),

silences as (
  select
    customer_id,
    gaps,
    last_order_on,
    datediff(last_order_on, first_order_on) / cast(gaps as double) as usual_gap,
    datediff(:as_of, last_order_on) as silence,
    aggregate(
      filter(order_days, day -> day.order_date > add_months(last_order_on, -12)),
      cast(0 as decimal(18, 2)),
      (total, day) -> cast(total + day.amount as decimal(18, 2))
    ) as last_year_spend
  from spans
)

select
  pseudonym(customer_id) as customer_key,
  'lapsing' as need_kind,
  cast(null as string) as service,
  gaps + 1 as evidence_count,
  cast(null as bigint) as evidence_base,
  last_order_on as evidence_on,
  1 - usual_gap / silence as strength,
  last_year_spend as value_at_stake,
  least(gaps / 10D, 1D) as confidence,
  concat(
    'Last ordered ', silence, ' days ago; used to order every ', cast(round(usual_gap) as int), ' days (', gaps + 1,
    ' order days) and spent $', format_number(last_year_spend, 0), ' in the 12 months up to its last order.'
  ) as evidence
from silences
where silence > 2 * usual_gap
