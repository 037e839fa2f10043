-- Which parameters do the models behind expected orders and expected value have, and how well were they found?
-- Grain: one row per model.
-- BG/NBD: Fader, Hardie and Lee (2005); Gamma-Gamma: Fader and Hardie (2013); both by maximum likelihood over all
-- customers, in weeks and US dollars. A number of customers below the minimum group is not shown.
select
  model,
  if(customers < :minimum_group, null, customers) as customers,
  histories,
  r,
  alpha,
  a,
  b,
  p,
  q,
  v,
  log_likelihood,
  evaluations,
  spend_frequency_correlation,
  gap
from stg_value_model
