-- Which kinds of evidence came true, as the latest back-test found, the truest first.
select
  kind_name,
  found,
  came_true,
  share_true,
  share_low,
  share_high,
  expected_share,
  false as suppressed
from needs_backtest_kinds
order by share_true desc nulls last, kind_name
