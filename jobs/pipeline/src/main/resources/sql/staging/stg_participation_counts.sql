-- How people took part in each meeting.
-- Grain: one row per meeting, measure and bucket, each person in one bucket of a measure.
-- Presence is the exception: its buckets are points of the meeting's length, at the middle of each tenth, and a person is
-- counted at every point at which he was there. Of somebody of whom only the sum of the minutes is known (spell 0), neither
-- arrival nor presence nor spells are known. Places and systems of too few people count as elsewhere and other, which
-- the next smallest joins until enough stand behind it. A meeting without a list of those who took part, or of too few, is
-- not here.
with

lengths as (
  select
    meeting_id,
    meeting_date,
    started_at,
    coalesce(timestampdiff(second, started_at, ended_at), 60 * duration_minutes) as seconds
  from meetings
  where meeting_date <= :as_of
),

spells as (
  select
    meeting_participants.meeting_id,
    coalesce(
      concat('e:', nullif(lower(trim(meeting_participants.email)), '')),
      concat('p:', meeting_participants.participant_id)
    ) as person,
    meeting_participants.participant_id,
    meeting_participants.spell_no,
    meeting_participants.minutes,
    meeting_participants.location,
    nullif(lengths.seconds, 0) as seconds,
    timestampdiff(second, lengths.started_at, meeting_participants.join_at) as joined,
    coalesce(
      timestampdiff(second, lengths.started_at, meeting_participants.leave_at),
      timestampdiff(second, lengths.started_at, meeting_participants.join_at) + cast(60 * meeting_participants.minutes as int),
      lengths.seconds
    ) as left_at
  from meeting_participants
  inner join lengths
    on meeting_participants.meeting_id = lengths.meeting_id
),

devices as (
  select
    meeting_id,
    participant_id,
    collect_set(device_type) as device_types,
    collect_set(operating_system) as systems
  from device_usage
  group by meeting_id, participant_id
),

persons as (
  select
    spells.meeting_id,
    spells.person,
    min(spells.seconds) as seconds,
    min(spells.joined) as joined,
    coalesce(
      sum(greatest(spells.left_at - spells.joined, 0)) filter (where spells.joined is not null),
      sum(60 * spells.minutes)
    ) as stayed,
    max(spells.spell_no) as spells,
    if(min(spells.location) = max(spells.location), min(spells.location), 'several places') as location,
    array_distinct(flatten(collect_list(devices.device_types))) as device_types,
    array_distinct(flatten(collect_list(devices.systems))) as systems,
    collect_list(struct(spells.joined, spells.left_at)) as stays
  from spells
  left join devices
    on spells.meeting_id = devices.meeting_id
    and spells.participant_id = devices.participant_id
  group by spells.meeting_id, spells.person
),

present as (
  select
    *,
    filter(
      sequence(0, 9),
      tenth -> exists(
        stays,
        stay -> stay.joined <= seconds * (tenth + 0.5D) / 10 and stay.left_at > seconds * (tenth + 0.5D) / 10
      )
    ) as tenths
  from persons
),

buckets as (
  select
    meeting_id,
    inline(
      concat(
        array(
          struct(
            'arrival' as measure,
            case
              when joined is null then struct(5 as place, 'unknown' as bucket)
              when joined <= 120 then struct(1 as place, 'on time' as bucket)
              when joined <= 300 then struct(2 as place, 'up to 5 minutes late' as bucket)
              when joined <= 900 then struct(3 as place, 'up to 15 minutes late' as bucket)
              else struct(4 as place, 'later' as bucket)
            end as bucket
          ),
          struct(
            'stay' as measure,
            case
              when seconds is null or stayed is null then struct(5 as place, 'unknown' as bucket)
              when stayed >= 0.9D * seconds then struct(1 as place, '90 % of the meeting or more' as bucket)
              when stayed >= 0.5D * seconds then struct(2 as place, 'half of it or more' as bucket)
              when stayed >= 0.25D * seconds then struct(3 as place, 'a quarter of it or more' as bucket)
              else struct(4 as place, 'less than a quarter' as bucket)
            end as bucket
          ),
          struct(
            'spells' as measure,
            case
              when spells = 0 then struct(4 as place, 'unknown' as bucket)
              when spells <= 1 then struct(1 as place, 'stayed in one go' as bucket)
              when spells = 2 then struct(2 as place, 'came back once' as bucket)
              else struct(3 as place, 'came back more often' as bucket)
            end as bucket
          ),
          struct('device_type' as measure, struct(
            1 as place,
            case size(device_types) when 0 then 'unknown' when 1 then get(device_types, 0) else 'several' end as bucket
          ) as bucket),
          struct('operating_system' as measure, struct(
            1 as place,
            case size(systems) when 0 then 'unknown' when 1 then get(systems, 0) else 'several' end as bucket
          ) as bucket),
          struct('location' as measure, struct(1 as place, coalesce(location, 'unknown') as bucket) as bucket)
        ),
        transform(
          tenths,
          tenth -> struct(
            'presence' as measure,
            struct(tenth + 1 as place, concat(cast(10 * tenth + 5 as string), ' %') as bucket) as bucket
          )
        )
      )
    )
  from present
),

counts as (
  select
    meeting_id,
    measure,
    bucket.place as place,
    bucket.bucket as bucket,
    count(*) as people
  from buckets
  group by meeting_id, measure, bucket
),

ranked as (
  select
    *,
    measure in ('location', 'operating_system')
    and (
      people < :minimum_group
      or sum(people) over (
        partition by meeting_id, measure
        order by people, bucket
        rows between unbounded preceding and 1 preceding
      ) < :minimum_group
    ) as taken_together
  from counts
),

coarse as (
  select
    meeting_id,
    measure,
    case
      when not coalesce(taken_together, false) then bucket
      when measure = 'location' then 'elsewhere'
      else 'other'
    end as bucket,
    max(if(taken_together, 2, place)) as bucket_order,
    sum(people) as people
  from ranked
  group by all
),

attendance as (
  select
    meeting_id,
    count(*) as attendees
  from persons
  group by meeting_id
  having count(*) >= :minimum_group
)

select
  coarse.*,
  attendance.attendees
from coarse
inner join attendance
  on coarse.meeting_id = attendance.meeting_id
