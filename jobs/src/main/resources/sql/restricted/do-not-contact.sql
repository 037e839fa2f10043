-- Who is not to be contacted, by which channel, why and until when, with names and addresses for mailing.
-- Grain: one row per person or firm known by one address, channel and reason.
-- marts.contact_suppression says who; the names and addresses are those of the customer, of the campaign contacts and of the subscriptions under the
-- same pseudonym.
with

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
      coalesce(concat('e:', nullif(lower(trim(email)), '')), concat('r:', campaign_id, '/', recipient_id))
    ) as contact_key,
    coalesce(company_name, name) as name,
    email,
    cast(null as string) as mail_address,
    cast(null as string) as phone
  from records.campaign_contacts
  where customer_id is null
  union
  select
    pseudonym(concat('e:', lower(trim(email)))) as contact_key,
    name,
    email,
    mail_address,
    cast(null as string) as phone
  from records.publication_subscriptions
  where customer_id is null
    and email is not null
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
