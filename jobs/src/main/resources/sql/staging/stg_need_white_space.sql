-- Needs of firms that do not use a service which most of their peers use.
-- Grain: one row per customer and service.
-- Peers are the firms of the same sector and size if there are enough of them, else those of the same sector; enough is
-- the suppression threshold, and only firms count of which some use or order is known, on both sides. Score: the share of
-- peers who use the service, a half at least. Expected value: what the median user among them spends on it with the Postal
-- Service times the share of such firms taken to start within a year, a tenth. Confidence: the lower end of the 95 %
-- Wilson interval of the share of users (Wilson 1927).
with

assumptions as (
  select
    0.5D as least_share,
    0.1D as take_up_share,
    1.959964D * 1.959964D as z2
),

firms as (
  select
    stg_people.customer_key,
    stg_people.naics_sector,
    stg_people.size_band,
    collect_list(struct(stg_services_used.service, stg_services_used.usps_spend)) as used
  from stg_services_used
  inner join stg_people
    on stg_services_used.customer_key = stg_people.customer_key
  where stg_people.naics_sector is not null
  group by stg_people.customer_key, stg_people.naics_sector, stg_people.size_band
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

peer_groups as (
  select
    membership.peer_group,
    count(*) - 1 as peers
  from members
  group by membership.peer_group
  having count(*) - 1 >= :threshold
),

chosen as (
  select
    members.customer_key,
    min_by(members.used.service, members.membership.width) as services,
    min_by(members.membership.peer_group, members.membership.width) as peer_group,
    min(members.membership.width) as width
  from members
  inner join peer_groups
    on members.membership.peer_group = peer_groups.peer_group
  group by members.customer_key
),

uses as (
  select
    membership.peer_group,
    explode(used) as used
  from members
),

services as (
  select
    uses.peer_group,
    uses.used.service as service,
    count(*) as users,
    median(if(uses.used.usps_spend > 0, uses.used.usps_spend, null)) as median_spend
  from uses
  group by uses.peer_group, uses.used.service
),

rated as (
  select
    services.*,
    peer_groups.peers,
    services.users / cast(peer_groups.peers as double) as user_share
  from services
  inner join peer_groups
    on services.peer_group = peer_groups.peer_group
  -- Where every member of the group uses the service nobody is left to offer it to.
  where services.users <= peer_groups.peers
)

select
  chosen.customer_key,
  'white_space' as need_kind,
  rated.service,
  rated.user_share as score,
  cast(rated.median_spend * take_up_share as decimal(18, 2)) as expected_value,
  (
    user_share + z2 / (2 * peers) - sqrt(z2 * (user_share * (1 - user_share) + z2 / (4 * peers)) / peers)
  ) / (1 + z2 / peers) as confidence,
  concat(
    cast(round(100 * rated.user_share) as int), '% of ', rated.peers, ' other firms of its sector',
    if(chosen.width = 1, ' and size', ''), ' use ', replace(rated.service, '_', ' '), '; this one does not',
    coalesce(
      concat('. The median user spends $', format_number(rated.median_spend, 0), ' a year on it with USPS'), ''
    ),
    '.'
  ) as evidence
from chosen
inner join rated
  on chosen.peer_group = rated.peer_group
cross join assumptions
where not array_contains(chosen.services, rated.service)
  and rated.user_share >= assumptions.least_share
