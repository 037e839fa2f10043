-- Who takes these services, takes which other one too?
-- Grain: one row per basis, antecedent and consequent.
-- Counted in orders (all in one order) and in portfolios (all used by one customer), over 12 months, up to four services
-- together, in exact counts; a rule with fewer customers behind it than a group must have is left out. Support, confidence
-- and lift: Agrawal, Imielinski and Swami (1993); Brin, Motwani, Ullman and Tsur (1997). The interval of the confidence
-- is Wilson's (1927); that of the lift follows from the delta method on the logarithm of the lift of a multinomial sample
-- (Agresti 2013, Categorical Data Analysis, section 16.1). Both are of 95 % and take orders, or customers, as independent
-- of each other; orders of one customer are not, so that the intervals of orders are narrower than they should be.
with

shares as (
  select
    *,
    with_both / cast(with_antecedent as double) as confidence,
    with_both * cast(all_counted as double) / (cast(with_antecedent as double) * with_consequent) as lift,
    1.959964D * 1.959964D / with_antecedent as z2n,
    1D / with_both - 1D / with_antecedent - 1D / with_consequent - 1D / all_counted
      + 2D * with_both / (cast(with_antecedent as double) * with_consequent) as variance
  from stg_service_rules
),

margins as (
  select
    *,
    sqrt(confidence * (1 - confidence) * z2n + z2n * z2n / 4) as half_width,
    exp(1.959964D * sqrt(greatest(variance, 0D))) as factor
  from shares
)

select
  basis,
  antecedent,
  consequent,
  services,
  with_antecedent,
  with_consequent,
  with_both,
  all_counted,
  customers_both,
  with_both / cast(all_counted as double) as support,
  confidence,
  greatest((confidence + z2n / 2 - half_width) / (1 + z2n), 0D) as confidence_low,
  least((confidence + z2n / 2 + half_width) / (1 + z2n), 1D) as confidence_high,
  lift,
  lift / factor as lift_low,
  lift * factor as lift_high
from margins
