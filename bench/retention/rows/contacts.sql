select
  concat('K-', id) as contact_id,
  concat('C-', id) as customer_id,
  concat('Given', id) as first_name,
  concat('Family', id) as last_name,
  concat('person', id, '@people.example') as email,
  date'2024-01-01' as updated_on
from numbers
