-- Reading rooms, the latest month first.
select room, month, bookings, readers, suppressed
from room_use
order by month desc, room
