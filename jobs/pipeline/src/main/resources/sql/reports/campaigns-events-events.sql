-- Events, the latest first. What nobody counted, or too few people stand behind, is empty.
select
  event_name,
  event_date,
  kind,
  registrations,
  attended,
  show_rate,
  pcc_members,
  pcc_show_rate,
  with_a_part,
  customers_attended,
  customers_ordered,
  amount_ordered,
  orders_until,
  registrations is null as suppressed
from event_attendance
order by event_date desc, event_name, event_id
limit 200
