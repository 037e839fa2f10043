-- How many people and firms are not to be contacted, by reason and channel, and from when the first of those at a cap may be
-- contacted again. Whoever has two reasons is counted under both. Groups of too few are one, other, which the next smallest
-- joins until enough stand behind it.
with

counted as (
  select
    reason,
    channel,
    count(distinct contact_key) as contacts
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
    if(placed.taken_together, 'other', placed.reason) as reason,
    if(placed.taken_together, 'all', placed.channel) as channel,
    count(distinct suppressed.contact_key) as contacts,
    date_add(min(suppressed.until), 1) as free_from
  from contact_suppression as suppressed
  inner join placed
    on suppressed.reason = placed.reason
    and suppressed.channel = placed.channel
  group by if(placed.taken_together, 'other', placed.reason), if(placed.taken_together, 'all', placed.channel)
)

select
  reason,
  channel,
  if(contacts < :minimum_group, null, contacts) as contacts,
  if(contacts < :minimum_group, null, free_from) as free_from,
  contacts < :minimum_group as suppressed
from groups
order by reason = 'other', contacts desc, reason, channel
