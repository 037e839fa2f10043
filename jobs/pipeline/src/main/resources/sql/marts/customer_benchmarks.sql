-- Where does each firm stand among its peers?
-- Grain: one row per firm with a purchase whose relationship lasts.
-- Peers are the other firms of the same industry and size: by the first six digits of the industry code, else four, else
-- two, else by two digits whatever the size; the first of these with enough of them counts, and enough is what a group
-- must have. A firm of unknown size is held against its sector alone. A percentile is the share of peers below the firm,
-- those equal to it counted by half; medians are those of the peer group, the firm among it.
with

firms as (
  select
    customer_value.customer_key,
    customer_value.spend_12m,
    customers_known.naics,
    customers_known.size_band,
    stg_wallet_shares.usps_share
  from customer_value
  inner join (
    select
      pseudonym(customer_id) as customer_key,
      naics,
      size_band
    from stg_customers
    where customer_kind = 'firm'
      and coalesce(relationship_ended_on > :as_of, true)
  ) as customers_known
    on customer_value.customer_key = customers_known.customer_key
  left join stg_wallet_shares
    on customer_value.customer_key = stg_wallet_shares.customer_key
),

members as (
  select
    *,
    explode_outer(
      array_compact(
        array(
          if(length(naics) >= 6, struct(1 as width, left(naics, 6) as code, size_band as size), null),
          if(length(naics) >= 4, struct(2 as width, left(naics, 4) as code, size_band as size), null),
          if(length(naics) >= 2, struct(3 as width, left(naics, 2) as code, size_band as size), null),
          if(length(naics) >= 2, struct(4 as width, left(naics, 2) as code, cast(null as string) as size), null)
        )
      )
    ) as peer_group
  from firms
),

ranked as (
  select
    customer_key,
    spend_12m,
    naics,
    usps_share,
    peer_group,
    count(*) over groups - 1 as peers,
    rank() over by_spend - 1 as spend_below,
    count(*) over by_spend as spend_up_to,
    median(spend_12m) over groups as group_spend,
    count(usps_share) over groups - 1 as share_peers,
    rank() over by_share - 1 as share_below,
    count(usps_share) over by_share as share_up_to,
    median(usps_share) over groups as group_share
  from members
  where peer_group.width is null
    or peer_group.width = 4
    or peer_group.size is not null
  window
    groups as (partition by peer_group.width, peer_group.code, peer_group.size),
    by_spend as (partition by peer_group.width, peer_group.code, peer_group.size order by spend_12m),
    by_share as (partition by peer_group.width, peer_group.code, peer_group.size order by usps_share nulls last)
),

chosen as (
  select
    customer_key,
    first(spend_12m) as spend_12m,
    first(naics) as naics,
    first(usps_share) as usps_share,
    min_by(
      struct(peer_group, peers, spend_below, spend_up_to, group_spend, share_peers, share_below, share_up_to, group_share),
      peer_group.width
    ) filter (where peer_group is not null and peers >= :minimum_group) as among
  from ranked
  group by customer_key
)

select
  customer_key,
  among.peer_group.code as peer_naics,
  among.peer_group.size as peer_size_band,
  among.peers,
  spend_12m,
  (among.spend_below + among.spend_up_to - 1) / 2D / among.peers as spend_percentile,
  cast(among.group_spend as decimal(18, 2)) as group_spend_p50,
  usps_share,
  if(
    usps_share is not null and among.share_peers >= :minimum_group,
    (among.share_below + among.share_up_to - 1) / 2D / among.share_peers,
    null
  ) as share_percentile,
  if(among.share_peers >= :minimum_group, among.group_share, null) as group_share_p50,
  case
    when naics is null then 'industry_unknown'
    when among is null then 'too_few_peers'
  end as gap,
  case
    when usps_share is null then 'no_competitor_data'
    when among is null then 'no_peers'
    when among.share_peers < :minimum_group then 'too_few_peers_with_competitor_data'
  end as share_gap
from chosen
