-- How often was a reading room booked, and by how many readers?
-- Grain: one row per reading room and month.
with

linked as (
  select row_key as booking_id, borrower_id
  from identity_links
  where table_name = 'room_bookings'
    and status in ('matched', 'confirmed')
),

counted as (
  select
    bookings.room,
    date(trunc(bookings.booked_for, 'month')) as month,
    count(*) as bookings,
    count(distinct coalesce(bookings.borrower_id, linked.borrower_id, bookings.email)) as readers
  from room_bookings as bookings
  left join linked
    on linked.booking_id = bookings.booking_id
  group by 1, 2
)

select
  room,
  month,
  if(readers < :minimum_group, null, bookings) as bookings,
  if(readers < :minimum_group, null, readers) as readers,
  readers < :minimum_group as suppressed
from counted
