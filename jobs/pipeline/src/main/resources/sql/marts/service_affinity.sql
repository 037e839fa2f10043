-- Which services are used by the same customers, and which stand in the same orders?
-- Grain: one row per ordered pair of services that as many customers as a group must have use together.
-- The pairs among the rules of service_rules, which says what is counted and how; figures of portfolios come first. What
-- is ordered together is used together, so that no pair of orders is without one of portfolios.
select
  antecedent as service_a,
  consequent as service_b,
  max(with_antecedent) filter (where basis = 'portfolios') as customers_a,
  max(with_consequent) filter (where basis = 'portfolios') as customers_b,
  max(with_both) filter (where basis = 'portfolios') as customers_both,
  max(all_counted) filter (where basis = 'portfolios') as customers_all,
  max(support) filter (where basis = 'portfolios') as support,
  max(confidence) filter (where basis = 'portfolios') as confidence,
  max(lift) filter (where basis = 'portfolios') as lift,
  max(confidence_low) filter (where basis = 'portfolios') as confidence_low,
  max(confidence_high) filter (where basis = 'portfolios') as confidence_high,
  max(lift_low) filter (where basis = 'portfolios') as lift_low,
  max(lift_high) filter (where basis = 'portfolios') as lift_high,
  max(with_both) filter (where basis = 'orders') as orders_both,
  max(all_counted) filter (where basis = 'orders') as orders_all,
  max(confidence) filter (where basis = 'orders') as orders_confidence,
  max(lift) filter (where basis = 'orders') as orders_lift
from service_rules
where services = 2
group by antecedent, consequent
