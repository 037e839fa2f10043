-- The answers of every question split by who the respondents are.
-- Grain: one row per meeting, poll title, question and dimension, with a list of its cells.
-- Only polls in which everybody was identified are split, no sensitive questions, and only answers to be chosen from; grades
-- of the Net Promoter Score count in their three groups. Those who passed over the question are left out. Attendance is the
-- part of the meeting's length that a person stayed.
with

people as (
  select
    meeting_id,
    poll_title,
    question,
    min(question_kind) over (partition by meeting_id, poll_title, question) as question_kind,
    participant_id,
    customer_id,
    options,
    coalesce(concat('p:', participant_id), concat('e:', email)) as attendee_key,
    bool_or(anonymous or sensitive) over (partition by meeting_id, poll_title, question) as kept_whole
  from stg_poll_people
),

respondents as (
  select *
  from people
  where not kept_whole
    and question_kind <> 'text'
    and size(options) > 0
),

firms as (
  select
    stg_customers.customer_id,
    stg_customers.naics_sector,
    stg_customers.size_band,
    customer_value.segment
  from stg_customers
  left join customer_value
    on pseudonym(stg_customers.customer_id) = customer_value.customer_key
),

meeting_lengths as (
  select
    meeting_id,
    nullif(coalesce(duration_minutes, timestampdiff(second, started_at, ended_at) / 60D), 0) as meeting_minutes
  from meetings
),

attendees as (
  select
    stg_attendees.meeting_id,
    explode(
      array_union(
        transform(stg_attendees.participant_ids, id -> concat('p:', id)),
        array(stg_attendees.person)
      )
    ) as attendee_key,
    stg_attendees.role,
    case
      when stg_attendees.minutes >= 0.9 * meeting_minutes then 'all of it'
      when stg_attendees.minutes >= 0.5 * meeting_minutes then 'half or more'
      when stg_attendees.minutes < 0.5 * meeting_minutes then 'less than half'
    end as attendance
  from stg_attendees
  left join meeting_lengths
    on stg_attendees.meeting_id = meeting_lengths.meeting_id
),

devices as (
  select
    meeting_id,
    participant_id,
    if(min(device_type) = max(device_type), min(device_type), 'several') as device_type
  from device_usage
  group by meeting_id, participant_id
),

described as (
  select
    respondents.meeting_id,
    respondents.poll_title,
    respondents.question,
    respondents.question_kind,
    respondents.options,
    explode(
      map(
        'segment', coalesce(firms.segment, 'unknown'),
        'naics_sector', coalesce(firms.naics_sector, 'unknown'),
        'size_band', coalesce(firms.size_band, 'unknown'),
        'role', coalesce(attendees.role, 'unknown'),
        'device_type', coalesce(devices.device_type, 'unknown'),
        'attendance', coalesce(attendees.attendance, 'unknown')
      )
    ) as (dimension, dimension_value)
  from respondents
  left join firms
    on respondents.customer_id = firms.customer_id
  left join attendees
    on respondents.meeting_id = attendees.meeting_id
    and respondents.attendee_key = attendees.attendee_key
  left join devices
    on respondents.meeting_id = devices.meeting_id
    and respondents.participant_id = devices.participant_id
),

-- Every person stands in one row of place 0, whatever number of options they chose.
chosen as (
  select meeting_id, poll_title, question, question_kind, dimension, dimension_value, posexplode(options) as (place, option)
  from described
),

cells as (
  select
    meeting_id,
    poll_title,
    question,
    min(question_kind) as question_kind,
    dimension,
    struct(
      dimension_value,
      case
        when question_kind <> 'nps' then option.answer
        when option.answer rlike '^[0-6]$' then 'detractors (0–6)'
        when option.answer rlike '^[78]$' then 'passives (7–8)'
        when option.answer rlike '^(9|10)$' then 'promoters (9–10)'
        else option.answer
      end as answer
    ) as cell,
    min(option.answer_order) as answer_order,
    count(*) as people,
    count_if(place = 0) as first_answers
  from chosen
  group by meeting_id, poll_title, question, dimension, cell
)

select
  pseudonym(meeting_id) as meeting_key,
  poll_title,
  question,
  dimension,
  min(question_kind) as question_kind,
  collect_list(struct(cell.dimension_value, cell.answer, answer_order, people, first_answers)) as cells
from cells
group by meeting_id, poll_title, question, dimension
