select
  meeting_id,
  meeting_date,
  concat('p', id) as participant_id,
  1 as device_no,
  if(person < 1000 or id % 3 = 0, customer_id, null) as customer_id,
  'desktop' as device_type,
  'Windows' as operating_system,
  concat('11.', hash % 9) as os_version,
  lower(concat_ws(':', substr(hex(hash), 1, 2), substr(hex(hash), 3, 2), substr(hex(hash), 5, 2),
    substr(hex(hash), 7, 2), substr(hex(hash), 9, 2), substr(hex(hash), 11, 2))) as mac_address,
  concat_ws('.', 10, hash % 250, hash % 241, hash % 239) as ip_address
from numbers
