-- Readers who booked a room without a card.
select
  booking_id as row_key,
  borrower_id,
  booking_id,
  booked_for as row_date,
  array(email) as emails,
  array(concat('student_card:', student_card)) as numbers,
  record_source,
  ingested_file as file
from room_bookings
where borrower_id is null
