-- How many people and firms are not to be contacted, by reason and channel, and from when the first of those at a cap may be
-- contacted again. Whoever has two reasons is counted under both. Groups of too few are one, other, which the next smallest
-- joins until enough stand behind it.
with

counted as (
  select
    reason,
    channel,
    count(*) as contacts,
    min(until) as until
  from contact_suppression
  group by reason, channel
),

placed as (
  select
    *,
    coalesce(
      contacts < :minimum_group
        or sum(contacts) over (order by contacts, reason, channel rows between unbounded preceding and 1 preceding) < :minimum_group,
      false
    ) as taken_together
  from counted
),

groups as (
  select
    if(taken_together, 'other', reason) as reason,
    if(taken_together, 'all', channel) as channel,
    sum(contacts) as contacts,
    date_add(min(until), 1) as free_from
  from placed
  group by if(taken_together, 'other', reason), if(taken_together, 'all', channel)
)

select
  reason,
  channel,
  if(contacts < :minimum_group, null, contacts) as contacts,
  if(contacts < :minimum_group, null, free_from) as free_from,
  contacts < :minimum_group as suppressed
from groups
order by reason = 'other', contacts desc, reason, channel
