select
  concat('C-', id) as customer_id,
  'individual' as kind,
  concat('Person ', id, ' of town ', id % 4000) as customer_name,
  concat(id, ' Main Street') as address_line1,
  'US' as country,
  concat('person', id, '@people.example') as email,
  date'2015-01-01' as relationship_started_on,
  if(id < 1000, date'2023-11-23', null) as relationship_ended_on,
  date'2024-01-01' as updated_on
from numbers
