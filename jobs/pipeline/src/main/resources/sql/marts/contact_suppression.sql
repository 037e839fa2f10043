-- Who should not be contacted, by which channel, why and until when?
-- Grain: one row per person or firm, channel and reason.
-- Opted out: asked in a campaign not to be contacted again, by any channel and for good. It counts at the level it was given:
-- a person who answered for a firm from an address of their own speaks for that person (level contact), and other_contacts says how many others the firm
-- has; an individual, a recipient known by nothing but the firm's number, or a prospect, for all of it (level firm). Ceased: left every publication
-- it was subscribed to, so nothing is published to it. Ended: the relationship is over. Capped: had as many contacts by the channel as
-- conf/campaigns.yaml allows; the first day it may be contacted again is the one after until. A recipient is known by
-- the customer it names or was linked to, else by e-mail address, else by campaign and number.
with

recipients as (
  select
    coalesce(
      customer_id, concat('e:', nullif(lower(trim(email)), '')), concat('r:', campaign_id, '/', recipient_id)
    ) as recipient,
    if(customer_id is null, null, nullif(lower(trim(email)), '')) as email,
    if(customer_id is null, null, nullif(lower(trim(name)), '')) as name,
    channel,
    holdout,
    contacted_on,
    opted_out,
    coalesce(responded_on, contacted_on) as answered_on
  from stg_recipients
  where contacted_on <= :as_of
),

-- An opt-out from an address that belongs to customers, though nobody linked it to one of them, binds them all.
opt_outs as (
  select recipient, email, name, answered_on
  from recipients
  where opted_out
    and answered_on <= :as_of
  union all
  select
    customers.customer_id as recipient,
    lower(trim(customers.email)) as email,
    null as name,
    recipients.answered_on
  from recipients
  inner join customers
    on recipients.recipient = concat('e:', lower(trim(customers.email)))
  where recipients.opted_out
    and recipients.answered_on <= :as_of
),

asked as (
  select
    recipient,
    min(answered_on) as since,
    bool_and(coalesce(email, name) is not null) as by_persons,
    collect_set(email) as emails,
    collect_set(name) as names
  from opt_outs
  group by recipient
),

opted_out as (
  select
    asked.recipient,
    'all' as channel,
    'opted_out' as reason,
    if(
      any_value(customers.kind) = 'firm'
      and any_value(asked.by_persons)
      and not any_value(
        array_contains(asked.emails, coalesce(lower(trim(customers.email)), ''))
        or arrays_overlap(
          asked.names,
          array_compact(array(lower(trim(customers.customer_name)), lower(trim(customers.firm_name))))
        )
      ),
      'contact',
      'firm'
    ) as level,
    count(contacts.contact_id) as other_contacts,
    any_value(asked.since) as since,
    cast(null as date) as until
  from asked
  left join customers
    on asked.recipient = customers.customer_id
  left join contacts
    on customers.customer_id = contacts.customer_id
    and coalesce(contacts.email, contacts.phone) is not null
    and not array_contains(asked.emails, coalesce(lower(trim(contacts.email)), ''))
    and not array_contains(asked.emails, coalesce(lower(trim(contacts.other_email)), ''))
    and not array_contains(asked.names, lower(trim(concat_ws(' ', contacts.first_name, contacts.last_name))))
  group by asked.recipient
),

ended as (
  select
    customer_id as recipient,
    'all' as channel,
    'ended' as reason,
    'firm' as level,
    cast(null as bigint) as other_contacts,
    relationship_ended_on as since,
    cast(null as date) as until
  from customers
  where relationship_ended_on <= :as_of
),

ceased as (
  select
    coalesce(customer_id, concat('e:', lower(trim(email)))) as recipient,
    'publications' as channel,
    'ceased' as reason,
    'channel' as level,
    cast(null as bigint) as other_contacts,
    max(ceased_on) as since,
    cast(null as date) as until
  from stg_subscriptions
  where coalesce(customer_id, email) is not null
    and requested_on <= :as_of
  group by coalesce(customer_id, concat('e:', lower(trim(email))))
  having bool_and(coalesce(ceased_on <= :as_of, false))
),

capped as (
  select
    recipients.recipient,
    recipients.channel,
    'capped' as reason,
    'channel' as level,
    cast(null as bigint) as other_contacts,
    max(recipients.contacted_on) as since,
    date_add(
      try_element_at(array_sort(collect_list(recipients.contacted_on)), -any_value(stg_contact_caps.contacts)),
      any_value(stg_contact_caps.days) - 1
    ) as until
  from recipients
  inner join stg_contact_caps
    on recipients.channel = stg_contact_caps.channel
    and recipients.contacted_on > date_sub(:as_of, stg_contact_caps.days)
  where not recipients.holdout
  group by recipients.recipient, recipients.channel
  having count(*) >= any_value(stg_contact_caps.contacts)
),

everyone as (
  select * from opted_out
  union all
  select * from ended
  union all
  select * from ceased
  union all
  select * from capped
)

select
  pseudonym(recipient) as contact_key,
  channel,
  reason,
  level,
  if(level = 'contact', other_contacts, null) as other_contacts,
  since,
  until
from everyone
