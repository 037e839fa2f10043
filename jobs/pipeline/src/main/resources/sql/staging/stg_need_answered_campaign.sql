-- Needs of customers who answered a campaign for a service in the last half year and did not order.
-- Grain: one row per customer and service.
-- Strength by the warmest answer: 1 for a call or reply, 0.7 for a click, 0.3 for an opened message. Confidence: the same.
with

answers as (
  select
    stg_recipients.customer_id,
    campaigns.service,
    stg_recipients.responded_on,
    case stg_recipients.response
      when 'called' then 1D
      when 'replied' then 1D
      when 'clicked' then 0.7D
      when 'opened' then 0.3D
    end as warmth,
    stg_recipients.response
  from stg_recipients
  inner join campaigns
    on stg_recipients.campaign_id = campaigns.campaign_id
  where stg_recipients.customer_id is not null
    and campaigns.service is not null
    and not stg_recipients.opted_out
    and stg_recipients.responded_on > add_months(:as_of, -6)
    and stg_recipients.responded_on <= :as_of
    and stg_recipients.response in ('opened', 'clicked', 'replied', 'called')
),

warmest as (
  select
    customer_id,
    service,
    count(*) as answers,
    max(struct(warmth, responded_on, response)) as best
  from answers
  group by customer_id, service
)

select
  pseudonym(customer_id) as customer_key,
  'answered_campaign' as need_kind,
  service,
  answers as evidence_count,
  cast(null as bigint) as evidence_base,
  best.responded_on as evidence_on,
  best.warmth as strength,
  cast(null as decimal(18, 2)) as value_at_stake,
  best.warmth as confidence,
  concat(
    case best.response when 'opened' then 'Opened' when 'clicked' then 'Clicked on' when 'replied' then 'Replied to' else 'Called about' end,
    ' a campaign for {service} ', datediff(:as_of, best.responded_on),
    if(datediff(:as_of, best.responded_on) = 1, ' day ago', ' days ago'), ' and has not ordered.'
  ) as evidence
from warmest
