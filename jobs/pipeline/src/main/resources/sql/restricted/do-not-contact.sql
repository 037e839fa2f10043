-- Who is not to be contacted, by which channel, why and until when, with names and addresses for mailing.
-- Grain: one row per person or firm known by one address, channel and reason.
-- marts.contact_suppression says who; the names and addresses are those of the customer, of the campaign contacts and of the subscriptions under the
-- same pseudonym.
with

links as (
  select
    table_name,
    row_key,
    max_by(customer_id, struct(status = 'confirmed', customer_id)) as linked_customer_id
  from governance.identity_links
  where status in ('matched', 'confirmed')
  group by table_name, row_key
),

known as (
  select
    pseudonym(customer_id) as contact_key,
    coalesce(firm_name, customer_name) as name,
    email,
    concat_ws(', ', address_line1, address_line2, city, state, zip) as mail_address,
    phone
  from records.customers
  union
  select
    pseudonym(
      coalesce(
        links.linked_customer_id, concat('e:', nullif(lower(trim(email)), '')), concat('r:', campaign_id, '/', recipient_id)
      )
    ) as contact_key,
    coalesce(company_name, name) as name,
    email,
    cast(null as string) as mail_address,
    cast(null as string) as phone
  from records.campaign_contacts
  left join links
    on links.table_name = 'campaign_contacts'
    and concat_ws('/', campaign_id, recipient_id) = links.row_key
  where customer_id is null
  union
  select
    pseudonym(coalesce(links.linked_customer_id, concat('e:', lower(trim(email))))) as contact_key,
    name,
    email,
    mail_address,
    cast(null as string) as phone
  from records.publication_subscriptions
  left join links
    on links.table_name = 'publication_subscriptions'
    and subscription_id = links.row_key
  where customer_id is null
    and coalesce(links.linked_customer_id, email) is not null
)

select
  known.name,
  known.email,
  known.phone,
  known.mail_address,
  suppression.channel,
  suppression.reason,
  suppression.since,
  suppression.until,
  suppression.contact_key
from marts.contact_suppression as suppression
left join known
  on suppression.contact_key = known.contact_key
order by known.name, suppression.contact_key, suppression.channel, suppression.reason
