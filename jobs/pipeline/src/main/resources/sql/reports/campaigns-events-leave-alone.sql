-- How many people and firms are not to be contacted, by reason and channel, and from when the first of those at a cap may be
-- contacted again. Whoever has two reasons is counted under both. A group of fewer than the threshold shows no figures;
-- if it is the only such one, the next smallest shows none either, so that nothing follows from the sum of all.
with

counted as (
  select
    reason,
    channel,
    count(*) as contacts,
    date_add(min(until), 1) as free_from
  from contact_suppression
  group by reason, channel
),

judged as (
  select
    *,
    contacts < :threshold
      or (
        count_if(contacts < :threshold) over () = 1
        and row_number() over (order by contacts, reason, channel) = 2
      ) as hidden
  from counted
)

select
  reason,
  channel,
  if(hidden, null, contacts) as contacts,
  if(hidden, null, free_from) as free_from,
  hidden as suppressed
from judged
order by hidden, contacts desc, reason, channel
