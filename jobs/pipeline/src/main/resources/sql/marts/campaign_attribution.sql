-- Which campaigns can orders be credited to?
-- Grain: one row per campaign that touched an order.
-- A touch is a contact, not held out, of the order's customer in as many days before the order as conf/campaigns.yaml says,
-- the day of the order included. Each order with a touch is credited whole three times over: to its first touch, to its last,
-- and to all in equal parts; so each column adds up to the same orders and dollars over all campaigns. Of two touches on
-- one day the campaign with the lower number is first. A campaign credited with orders of fewer customers than a
-- group must have is hidden, and so is an amount of fewer.
with

rules as (
  select attribution_days from stg_campaign_rules
),

orders as (
  select
    customer_id,
    order_id,
    order_date,
    sum(amount) as amount
  from stg_order_lines
  group by customer_id, order_id, order_date
),

touches as (
  select
    campaign_id,
    customer_id,
    contacted_on
  from stg_recipients
  where not holdout
    and customer_id is not null
    and contacted_on <= :as_of
),

touched as (
  select
    orders.customer_id,
    orders.order_id,
    any_value(orders.amount) as amount,
    array_sort(collect_list(struct(touches.contacted_on, touches.campaign_id))) as touches
  from orders
  cross join rules
  inner join touches
    on orders.customer_id = touches.customer_id
    and touches.contacted_on <= orders.order_date
    and touches.contacted_on > date_sub(orders.order_date, rules.attribution_days)
  group by orders.customer_id, orders.order_id
),

credits as (
  select
    customer_id,
    order_id,
    amount,
    size(touches) as touch_count,
    posexplode(touches) as (place, touch)
  from touched
),

credited as (
  select
    touch.campaign_id,
    size(collect_set(customer_id)) as customers,
    size(collect_set(order_id)) as orders_touched,
    size(collect_set(if(place = 0, customer_id, null))) as customers_first,
    size(collect_set(if(place = touch_count - 1, customer_id, null))) as customers_last,
    count_if(place = 0) as orders_first,
    sum(if(place = 0, amount, 0)) as amount_first,
    count_if(place = touch_count - 1) as orders_last,
    sum(if(place = touch_count - 1, amount, 0)) as amount_last,
    sum(1D / touch_count) as orders_linear,
    sum(amount / touch_count) as amount_linear
  from credits
  group by touch.campaign_id
),

hidden as (
  select
    *,
    customers < :minimum_group as is_hidden
  from credited
)

select
  hidden.campaign_id,
  coalesce(campaigns.name, hidden.campaign_id) as campaign_name,
  if(is_hidden, null, cast(orders_touched as bigint)) as orders_touched,
  if(is_hidden, null, orders_first) as orders_first,
  if(is_hidden or customers_first between 1 and :minimum_group - 1, null, cast(amount_first as decimal(18, 2))) as amount_first,
  if(is_hidden, null, orders_last) as orders_last,
  if(is_hidden or customers_last between 1 and :minimum_group - 1, null, cast(amount_last as decimal(18, 2))) as amount_last,
  if(is_hidden, null, orders_linear) as orders_linear,
  if(is_hidden, null, cast(amount_linear as decimal(18, 2))) as amount_linear,
  is_hidden as suppressed
from hidden
left join campaigns
  on hidden.campaign_id = campaigns.campaign_id
