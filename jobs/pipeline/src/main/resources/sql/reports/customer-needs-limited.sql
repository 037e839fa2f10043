-- The 100 needs worth most of customers who may be contacted in part only, and what stays: other channels, or other contacts of
-- a firm than the person who opted out. Customers of whom nothing stays are not here.
with

suppressed as (
  select
    contact_key,
    bool_or(level = 'firm' or level = 'contact' and other_contacts = 0) as closed,
    max(other_contacts) as other_contacts,
    collect_set(if(level = 'channel', channel, null)) as channels,
    max(until) as until
  from contact_suppression
  where coalesce(until >= :as_of, true)
  group by contact_key
),

kept as (
  select
    contact_key,
    other_contacts,
    array_contains(channels, 'publications') as without_publications,
    arrays_overlap(channels, array('phone', 'field', 'email', 'mail')) as without_channel,
    concat_ws(
      ', ',
      if(array_contains(channels, 'phone'), null, 'phone'),
      if(array_contains(channels, 'field'), null, 'visit'),
      if(array_contains(channels, 'email'), null, 'e-mail'),
      if(array_contains(channels, 'mail'), null, 'mail')
    ) as channels_kept,
    until
  from suppressed
  where not closed
)

select
  cast(
    row_number() over (order by expected_value desc nulls last, score desc, customer_key, rank) as bigint
  ) as rank,
  customer_key,
  concat_ws(
    '; ',
    if(without_channel, concat(channels_kept, ' only until ', date_format(until, 'MMM d, y')), null),
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
where channels_kept <> ''
order by rank
limit 100
