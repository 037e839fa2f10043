-- Needs of customers who have not ordered for much longer than they used to wait.
-- Grain: one row per customer.
-- The usual gap is the mean number of days between the days a customer ordered on. Lapsing is a silence of more than
-- twice that gap and of 30 days to two years; three gaps at least must be known. Score: the part of the silence beyond
-- the usual gap. Expected value: the spending of the twelve months up to the last order times the share of such
-- customers that a call is taken to bring back, a fifth. Confidence: gaps known out of ten.
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
),

silences as (
  select
    customer_id,
    gaps,
    0.2 as win_back_share,
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
  pseudonym(silences.customer_id) as customer_key,
  'lapsing' as need_kind,
  cast(null as string) as service,
  1 - silences.usual_gap / silences.silence as score,
  cast(silences.last_year_spend * silences.win_back_share as decimal(18, 2)) as expected_value,
  least(silences.gaps / 10D, 1D) as confidence,
  concat(
    'Last ordered ', silences.silence, ' days ago; used to order every ', cast(round(silences.usual_gap) as int),
    ' days (', silences.gaps + 1, ' order days) and spent $', format_number(silences.last_year_spend, 0),
    ' in the 12 months up to its last order.'
  ) as evidence
from silences
where silences.silence > 2 * silences.usual_gap
  and silences.silence between 30 and 730
