-- The 100 needs worth most of customers who may be contacted in part only, and what stays: other channels, or other contacts of
-- a firm than the person who opted out. Customers of whom nothing stays are not here.
with

suppressed as (
  select
    contact_key,
    bool_or(level = 'firm' or level = 'contact' and other_contacts = 0) as closed,
    max(other_contacts) as other_contacts,
    collect_set(if(level = 'channel', channel, null)) as channels,
    array_sort(collect_list(if(until is null, null, struct(until, channel)))) as ends
  from contact_suppression
  where coalesce(until >= :as_of, true)
  group by contact_key
),

named as (
  select
    *,
    map('phone', 'phone', 'field', 'visit', 'email', 'e-mail', 'mail', 'mail', 'web', 'web') as names
  from suppressed
  where not closed
),

kept as (
  select
    contact_key,
    other_contacts,
    array_contains(channels, 'publications') as without_publications,
    transform(
      filter(array('phone', 'field', 'email', 'mail', 'web'), channel -> not array_contains(channels, channel)),
      channel -> names[channel]
    ) as stay,
    transform(ends, ended -> concat(names[ended.channel], ' again from ', date_format(date_add(ended.until, 1), 'MMM d, y'))) as again
  from named
)

select
  cast(
    row_number() over (order by expected_value desc nulls last, score desc, customer_key, rank) as bigint
  ) as rank,
  customer_key,
  concat_ws(
    '; ',
    if(size(again) > 0, concat(array_join(stay, ', '), ' only; ', array_join(again, ', ')), null),
    if(without_publications, 'no publications', null),
    if(other_contacts = 1, 'one other contact than the person who opted out', null),
    if(other_contacts > 1, concat(other_contacts, ' other contacts than the person who opted out'), null)
  ) as stays,
  segment,
  need_name as need_kind,
  service,
  value_at_stake,
  expected_value,
  evidence,
  next_step
from customer_needs
inner join kept
  on customer_needs.customer_key = kept.contact_key
where size(stay) > 0
order by rank
limit 100
