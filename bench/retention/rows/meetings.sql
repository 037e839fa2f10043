select
  concat('M', id) as meeting_id,
  date_add(date'2024-11-22', cast(id % 730 as int)) as meeting_date,
  concat('Working session ', id % 5000) as topic,
  'meeting' as kind,
  'zoom' as platform,
  concat('Host ', id % 900, ' of region ', id % 70) as host_name,
  concat('host', id % 900, '@agency.example') as host_email,
  cast(date_add(date'2024-11-22', cast(id % 730 as int)) as timestamp) as started_at,
  45 as duration_minutes
from numbers
