-- Who should not be contacted, by which channel, why and until when?
-- Grain: one row per person or firm, channel and reason.
-- Opted out: asked in a campaign not to be contacted again, by any channel and for good. Ceased: left every publication
-- it was subscribed to, so nothing is published to it. Ended: the relationship is over. Capped: had as many contacts by the channel as
-- conf/campaigns.yaml allows; the first day it may be contacted again is the one after until. A recipient is known by
-- the customer it names or was linked to, else by e-mail address, else by campaign and number.
with

recipients as (
  select
    coalesce(
      customer_id, concat('e:', nullif(lower(trim(email)), '')), concat('r:', campaign_id, '/', recipient_id)
    ) as recipient,
    channel,
    holdout,
    contacted_on,
    opted_out,
    coalesce(responded_on, contacted_on) as answered_on
  from stg_recipients
  where contacted_on <= :as_of
),

opted_out as (
  select
    recipient,
    'all' as channel,
    'opted_out' as reason,
    min(answered_on) as since,
    cast(null as date) as until
  from recipients
  where opted_out
    and answered_on <= :as_of
  group by recipient
),

ended as (
  select
    customer_id as recipient,
    'all' as channel,
    'ended' as reason,
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
  since,
  until
from everyone
