-- Hosts of meetings.
select
  'meetings' as table_name,
  meeting_id as row_key,
  meeting_id,
  meeting_date as row_date,
  'SEEKING' as part,
  array(host_email) as emails,
  host_name as name,
  record_source,
  ingested_file as file
from meetings
where host_email is not null
  or host_name is not null
