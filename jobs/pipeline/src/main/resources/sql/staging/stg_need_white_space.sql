-- Needs of customers who do not use a service that many of their peers use.
-- Grain: one row per customer and service.
-- Peers are those of the same industry and size, then of the same industry, by six digits of NAICS, then four, then two;
-- then all of the same kind (firm or individual). The first group of at least twice the minimum group of peers counts, so that
-- both sides can be told; only customers of whom some use is known are peers. A service is told of if a tenth of the peers and at
-- least the minimum group of them use it. Strength: the share of peers who use the service. At stake: what the median user
-- among them spends on it with the Postal Service. Confidence: the lower end of the 95 % Wilson interval of the share
-- (Wilson 1927).
with

members as (
  select
    customer_key,
    used,
    explode(
      array_compact(
        array(
          if(length(naics) = 6 and size_band is not null, struct(1 as width, concat(naics, ' ', size_band) as peer_group), null),
          if(length(naics) = 6, struct(2 as width, naics as peer_group), null),
          if(
            length(naics) >= 4 and size_band is not null,
            struct(3 as width, concat(left(naics, 4), ' ', size_band) as peer_group),
            null
          ),
          if(length(naics) >= 4, struct(4 as width, left(naics, 4) as peer_group), null),
          if(naics is not null, struct(5 as width, left(naics, 2) as peer_group), null),
          struct(6 as width, customer_kind as peer_group)
        )
      )
    ) as membership
  from stg_portfolios
),

-- Every member stands in one row of place 0, whatever number of services it uses.
uses as (
  select
    membership.width,
    membership.peer_group,
    posexplode(used) as (place, used)
  from members
  where used is not null
),

services as (
  select
    width,
    peer_group,
    used.service,
    count(*) as users,
    count_if(place = 0) as first_services,
    median(if(used.usps_spend > 0, used.usps_spend, null)) as median_spend
  from uses
  group by width, peer_group, used.service
),

peer_groups as (
  select
    width,
    peer_group,
    sum(first_services) - 1 as peers,
    collect_list(struct(service, users, median_spend)) filter (where users >= :minimum_group) as services
  from services
  group by width, peer_group
  having sum(first_services) - 1 >= 2 * :minimum_group
),

chosen as (
  select
    members.customer_key,
    min_by(
      struct(
        members.used.service as own,
        peer_groups.services,
        peer_groups.peers,
        peer_groups.peer_group,
        peer_groups.width
      ),
      peer_groups.width
    ) as peers_of
  from members
  inner join peer_groups
    on members.membership.width = peer_groups.width
    and members.membership.peer_group = peer_groups.peer_group
  group by members.customer_key
),

offers as (
  select
    customer_key,
    peers_of,
    explode(peers_of.services) as offer
  from chosen
),

rated as (
  select
    customer_key,
    peers_of.peers,
    peers_of.peer_group,
    peers_of.width,
    offer.service,
    offer.users,
    offer.median_spend,
    offer.users / cast(peers_of.peers as double) as user_share,
    1.959964D * 1.959964D / peers_of.peers as z2n
  from offers
  where not coalesce(array_contains(peers_of.own, offer.service), false)
)

select
  customer_key,
  'white_space' as need_kind,
  service,
  users as evidence_count,
  peers as evidence_base,
  cast(null as date) as evidence_on,
  user_share as strength,
  cast(median_spend as decimal(18, 2)) as value_at_stake,
  (user_share + z2n / 2 - sqrt(user_share * (1 - user_share) * z2n + z2n * z2n / 4)) / (1 + z2n) as confidence,
  concat(
    users, ' of ', peers, ' peers (',
    case
      when width = 6 then concat('all ', peer_group, 's')
      when width in (1, 3)
        then concat(
          'NAICS ', split_part(peer_group, ' ', 1), ', ',
          case split_part(peer_group, ' ', 2)
            when 'micro' then '1 to 9'
            when 'small' then '10 to 49'
            when 'medium' then '50 to 249'
            when 'large' then '250 to 999'
            else '1,000 and more'
          end,
          ' employees'
        )
      else concat('NAICS ', peer_group)
    end,
    ') use {service}; this one does not, as far as we know.',
    coalesce(concat(' The median user spends $', format_number(median_spend, 0), ' a year on it with USPS.'), '')
  ) as evidence
from rated
where user_share >= 0.1
