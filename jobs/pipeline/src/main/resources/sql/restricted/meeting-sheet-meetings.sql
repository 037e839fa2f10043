-- The meetings asked for: by number, by name of the host, or by e-mail address of the host.
select
  meetings.meeting_id,
  meetings.topic,
  meetings.meeting_date,
  meetings.platform,
  meetings.host_name,
  meetings.host_email,
  meetings.started_at,
  meetings.ended_at
from meetings
inner join choice
  on case choice.kind
    when 'meeting' then meetings.meeting_id = choice.value
    when 'host_name' then lower(trim(meetings.host_name)) = lower(trim(choice.value))
    else lower(trim(meetings.host_email)) = lower(trim(choice.value))
  end
where meetings.meeting_date <= :as_of
order by meetings.meeting_date desc, meetings.meeting_id
