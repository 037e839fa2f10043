-- Orders and dollars credited to campaigns in three ways, the most credited in equal parts first.
select
  campaign_name,
  orders_touched,
  orders_first,
  amount_first,
  orders_last,
  amount_last,
  round(orders_linear, 1) as orders_linear,
  amount_linear,
  suppressed
from campaign_attribution
order by amount_linear desc nulls last, campaign_name, campaign_id
limit 200
