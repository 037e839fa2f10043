-- What each attendee of the meetings asked for answered. A question with a single anonymous answer is left out whole.
with

answers as (
  select
    poll_responses.*,
    bool_or(poll_responses.anonymous) over (
      partition by poll_responses.meeting_id, poll_responses.question
    ) as any_anonymous
  from poll_responses
  inner join chosen_meetings
    on poll_responses.meeting_id = chosen_meetings.meeting_id
)

select
  meeting_id,
  coalesce(poll_title, 'Poll') as poll_title,
  cast(question_no as bigint) as question_no,
  question,
  participant_id,
  name,
  email,
  answer,
  correct,
  cast(answered_at as string) as answered_at
from answers
where not any_anonymous
order by meeting_id, poll_title, question_no, question, name, participant_id, respondent_key, answer_no
