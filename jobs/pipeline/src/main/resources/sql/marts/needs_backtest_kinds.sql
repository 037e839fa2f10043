-- Which kinds of evidence came true? Evidence of one horizon ago against what customers bought since.
-- Grain: one row per kind of need.
-- need_evidence and service_mix are here those of the day the needs were scored on. Evidence counts if it is about a service that the customer was not
-- buying in the year before; it came true if the customer ordered that service within the horizon. The mean win share is
-- what conf/needs made of it: where the two differ for long, the file should follow. A kind found fewer times than a
-- group must have people is left out.
with

counted as (
  select
    need_evidence.need_kind,
    count(*) as found,
    count_if(stg_bought_since.after) as came_true,
    avg(need_evidence.win_share) as expected_share
  from need_evidence
  left join stg_bought_since
    on need_evidence.customer_key = stg_bought_since.customer_key
    and need_evidence.service = stg_bought_since.service
  where need_evidence.service is not null
    and not coalesce(stg_bought_since.before, false)
  group by need_evidence.need_kind
  having count(*) >= :minimum_group
),

rated as (
  select
    *,
    came_true / cast(found as double) as share,
    1.959964D * 1.959964D / found as z2n
  from counted
)

select
  rated.need_kind,
  stg_need_kinds.kind_name,
  stg_scoring.scored_on,
  rated.found,
  came_true,
  share as share_true,
  greatest((share + z2n / 2 - sqrt(share * (1 - share) * z2n + z2n * z2n / 4)) / (1 + z2n), 0)
    as share_low,
  least((share + z2n / 2 + sqrt(share * (1 - share) * z2n + z2n * z2n / 4)) / (1 + z2n), 1)
    as share_high,
  rated.expected_share
from rated
inner join stg_need_kinds
  on rated.need_kind = stg_need_kinds.need_kind
cross join stg_scoring
