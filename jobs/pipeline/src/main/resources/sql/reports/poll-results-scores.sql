-- Net Promoter Scores, right answers to quizzes and how many got how many right, of the latest meetings that show any.
select
  meeting_topic,
  meeting_date,
  poll_title,
  question,
  measure,
  level,
  cast(level_order as bigint) as level_order,
  people,
  respondents,
  if(measure = 'net promoter score', value, 100 * value) as value,
  if(measure = 'net promoter score', value_low, 100 * value_low) as value_low,
  if(measure = 'net promoter score', value_high, 100 * value_high) as value_high,
  suppressed
from poll_scores
where not suppressed
order by meeting_date desc, meeting_topic, meeting_key, poll_title, measure, question, level_order
limit 200
