-- Needs of firms that do not use a service which most of their peers use.
-- Grain: one row per customer and service.
-- Peers are the firms of the same sector and size if there are enough of them, else those of the same sector; enough is
-- the suppression threshold, and only firms count of which some use or order is known, on both sides. Score: the share of
-- peers who use the service, a half at least. Expected value: what the median user among them spends on it with the Postal
-- Service times the share of such firms taken to start within a year, a tenth. Confidence: the lower end of the 95 %
-- Wilson interval of the share of users (Wilson 1927).
with

firms as (
  select
    stg_services_used.customer_key,
    stg_customers.naics_sector,
    stg_customers.size_band,
    collect_list(struct(stg_services_used.service, stg_services_used.usps_spend)) as used
  from stg_services_used
  inner join stg_customers
    on stg_services_used.customer_key = pseudonym(stg_customers.customer_id)
  where stg_customers.naics_sector is not null
  group by stg_services_used.customer_key, stg_customers.naics_sector, stg_customers.size_band
),

members as (
  select
    customer_key,
    used,
    explode(
      array_compact(
        array(
          if(size_band is null, null, struct(concat(naics_sector, ' ', size_band) as peer_group, 1 as width)),
          struct(naics_sector as peer_group, 2 as width)
        )
      )
    ) as membership
  from firms
),

-- Every member stands in one row of place 0, whatever number of services it uses.
uses as (
  select
    membership.peer_group,
    posexplode(used) as (place, used)
  from members
),

services as (
  select
    peer_group,
    used.service,
    count(*) as users,
    count_if(place = 0) as first_services,
    median(if(used.usps_spend > 0, used.usps_spend, null)) as median_spend
  from uses
  group by peer_group, used.service
),

peer_groups as (
  select
    peer_group,
    sum(first_services) - 1 as peers,
    collect_list(struct(service, users, median_spend)) as services
  from services
  group by peer_group
  having sum(first_services) - 1 >= :threshold
),

chosen as (
  select
    members.customer_key,
    min_by(
      struct(members.used.service as own, peer_groups.services, peer_groups.peers, members.membership.width),
      members.membership.width
    ) as peers_of
  from members
  inner join peer_groups
    on members.membership.peer_group = peer_groups.peer_group
  group by members.customer_key
),

offers as (
  select
    customer_key,
    peers_of.own,
    peers_of.peers,
    peers_of.width,
    explode(peers_of.services) as offer
  from chosen
),

rated as (
  select
    customer_key,
    peers,
    width,
    offer.service,
    offer.median_spend,
    offer.users / cast(peers as double) as user_share,
    1.959964D * 1.959964D / peers as z2n
  from offers
  where not array_contains(own, offer.service)
)

select
  customer_key,
  'white_space' as need_kind,
  service,
  user_share as score,
  cast(median_spend * 0.1 as decimal(18, 2)) as expected_value,
  (user_share + z2n / 2 - sqrt(user_share * (1 - user_share) * z2n + z2n * z2n / 4)) / (1 + z2n) as confidence,
  concat(
    cast(round(100 * user_share) as int), '% of ', peers, ' other firms of its sector', if(width = 1, ' and size', ''),
    ' use ', replace(service, '_', ' '), '; this one does not',
    coalesce(concat('. The median user spends $', format_number(median_spend, 0), ' a year on it with USPS'), ''), '.'
  ) as evidence
from rated
where user_share >= 0.5
