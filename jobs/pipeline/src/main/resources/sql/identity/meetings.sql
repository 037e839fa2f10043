-- Hosts of meetings.
select
  meeting_id as row_key,
  meeting_id,
  meeting_date as row_date,
  array(host_email) as emails,
  host_name as name,
  record_source,
  ingested_file as file
from meetings
where host_email is not null
  or host_name is not null
