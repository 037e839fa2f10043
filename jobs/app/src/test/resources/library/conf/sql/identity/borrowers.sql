-- Borrowers: what they are called and where they are reached.
select
  borrower_id as row_key,
  borrower_id,
  full_name as name,
  array(email) as emails,
  array(concat('student_card:', student_card)) as numbers,
  record_source,
  ingested_file as file
from borrowers
