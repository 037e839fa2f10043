-- Direct-marketing records by the keys the notice retrieves them by: SIC code, NAICS code and company name.
-- Grain: one row per campaign and recipient.
-- A code that is asked for fits all codes that begin with it; the SIC code is that of the latest profile of the customer
-- that has one. A company name fits wherever it stands in the name, whatever its case.
with

profiles as (
  select
    customer_id,
    max_by(sic, observed_on) as sic
  from records.firm_profiles
  where sic is not null
  group by customer_id
)

select
  contacts.company_name,
  contacts.name,
  contacts.email,
  contacts.naics,
  profiles.sic,
  contacts.campaign_id,
  campaigns.name as campaign_name,
  contacts.channel,
  contacts.contacted_on,
  contacts.holdout,
  contacts.responded_on,
  contacts.response,
  contacts.opted_out
from records.campaign_contacts as contacts
left join records.campaigns as campaigns
  on contacts.campaign_id = campaigns.campaign_id
left join profiles
  on contacts.customer_id = profiles.customer_id
where (:naics = '' or startswith(contacts.naics, :naics))
  and (:sic = '' or startswith(profiles.sic, :sic))
  and (:company = '' or contains(lower(contacts.company_name), lower(:company)))
order by contacts.company_name, contacts.contacted_on, contacts.campaign_id, contacts.recipient_id
