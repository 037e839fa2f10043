-- Needs that customers named in a sales call of the last 12 months.
-- Grain: one row per customer and service, or per customer where the words name no known service.
-- A call that was won met its need, and so did an order of the service since the last call; they no longer count. The
-- words are looked up in stg_need_words and do not leave this query. Score: freshness, 1 for a call on the as-of day, 0
-- after a year. Expected value: what the customer pays competitors for the service, or else what the median user spends on
-- it with the Postal Service, times the share of stated needs taken to be won, two fifths. Confidence: a half for one
-- call, half of the rest more for each further one.
with

calls as (
  select
    customer_id,
    called_on,
    lower(stated_needs) as stated
  from sales_calls
  where stated_needs is not null
    and outcome <> 'won'
    and called_on > add_months(:as_of, -12)
    and called_on <= :as_of
),

named as (
  select
    pseudonym(calls.customer_id) as customer_key,
    stg_need_words.service,
    count(*) as calls,
    max(calls.called_on) as last_called_on
  from calls
  left join stg_need_words
    on calls.stated rlike stg_need_words.pattern
  group by calls.customer_id, stg_need_words.service
),

unmet as (
  select
    named.customer_key,
    named.service,
    named.calls,
    datediff(:as_of, named.last_called_on) as days_ago,
    0.4 as win_share,
    coalesce(nullif(stg_services_used.competitor_spend, 0), stg_usual_spend.median_spend) as yearly_value
  from named
  left join stg_services_used
    on named.customer_key = stg_services_used.customer_key
    and named.service = stg_services_used.service
  left join stg_usual_spend
    on named.service = stg_usual_spend.service
  where coalesce(stg_services_used.last_order_on <= named.last_called_on, true)
)

select
  customer_key,
  'stated' as need_kind,
  service,
  1 - days_ago / 366D as score,
  cast(yearly_value * win_share as decimal(18, 2)) as expected_value,
  1 - power(0.5D, calls) as confidence,
  concat(
    if(service is null, 'Stated a need that names no known service', concat('Named ', replace(service, '_', ' '))),
    ' in ', calls, if(calls = 1, ' sales call', ' sales calls'), ' of the last 12 months, last ', days_ago, ' days ago.'
  ) as evidence
from unmet
