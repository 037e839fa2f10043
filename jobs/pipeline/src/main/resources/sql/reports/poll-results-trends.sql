-- Answers whose share changed since the question was asked before by more than chance (|z| beyond 1.96), the latest first.
select
  question,
  answer,
  month,
  previous_month,
  share,
  change,
  change_low,
  change_high,
  respondents,
  meetings,
  false as suppressed
from poll_trends
where abs(z) > 1.96
order by month desc, abs(z) desc, question_name, answer
limit 50
