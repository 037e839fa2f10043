-- Needs of customers who have not ordered for much longer than they used to wait.
-- Grain: one row per customer.
-- The usual gap is the mean number of days between the days a customer ordered on. Lapsing is a silence of more than twice
-- that gap and of 30 days to two years; three gaps at least must be known. Strength: the part of the silence beyond the
-- usual gap. At stake: the spending of the twelve months up to the last order. Confidence: g of g + 3, of g gaps.
-- Whom the model of customer_value still takes for alive by more than 80 % has not fallen silent.
with

silences as (
  select
    customer_key,
    order_days - 1 as gaps,
    last_order_on,
    spend_last_active_12m,
    datediff(last_order_on, first_order_on) / cast(order_days - 1 as double) as usual_gap,
    datediff(:as_of, last_order_on) as silence
  from customer_purchases
  where order_days > 3
    and last_order_on between date_sub(:as_of, 730) and date_sub(:as_of, 30)
)

select
  customer_key,
  'lapsing' as need_kind,
  cast(null as string) as service,
  gaps + 1 as evidence_count,
  cast(null as bigint) as evidence_base,
  last_order_on as evidence_on,
  1 - usual_gap / silence as strength,
  spend_last_active_12m as value_at_stake,
  gaps / (gaps + 3D) as confidence,
  concat(
    'Last ordered ', silence, ' days ago; used to order every ', cast(round(usual_gap) as int), ' days (', gaps + 1,
    ' order days) and spent $', format_number(spend_last_active_12m, 0), ' in the 12 months up to its last order.'
  ) as evidence
from silences
where silence > 2 * usual_gap
  and customer_key not in (select customer_key from customer_value where p_alive > 0.8)
