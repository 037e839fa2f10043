-- The lines of every question that readers see, and since when.
-- Grain: one row per meeting, poll title, question and line.
-- A question is shown whole, every answer, if as many people answered it as a group must have, else with its number of
-- respondents only. What is shown of an anonymous poll stays until as many people came to it, or until somebody counted in
-- it is gone: two editions a few answers apart would tell what those few said. Waiting are the people not counted yet.
with

published as (
  select
    meeting_key,
    poll_title,
    question,
    min(published_on) as published_on,
    min(question_kind) as question_kind,
    bool_or(sensitive) as sensitive,
    min(respondents) as respondents,
    transform(split(nullif(min(counted), ''), ' '), person -> cast(person as bigint)) as counted,
    collect_list(struct(answer_order, answer, answer_kind, correct, answers)) as lines
  from before_poll_results
  where anonymous
  group by meeting_key, poll_title, question
  having not bool_or(answer_kind = 'hidden')
),

held as (
  select
    counts.* except (lines),
    counts.lines as lines_now,
    published.lines as lines_before,
    published.respondents as respondents_before,
    published.published_on,
    published.counted as counted_before,
    size(array_except(counts.counted, published.counted)) as came,
    published.respondents >= :minimum_group
      and published.question_kind = counts.question_kind
      and published.sensitive = counts.sensitive
      and size(array_except(counts.counted, published.counted)) < :minimum_group
      and size(array_except(published.counted, counts.counted)) = 0 as stays
  from stg_poll_counts as counts
  left join published
    on counts.anonymous
    and counts.meeting_key = published.meeting_key
    and counts.poll_title = published.poll_title
    and counts.question = published.question
),

decided as (
  select
    * except (lines_now, lines_before, respondents, respondents_before, published_on, counted, counted_before, came, stays),
    if(stays, respondents_before, respondents) as respondents,
    if(anonymous, if(stays, published_on, :as_of), null) as published_on,
    if(stays, came, if(anonymous, 0, null)) as waiting,
    if(anonymous, array_join(if(stays, counted_before, counted), ' '), null) as counted,
    case
      when stays then lines_before
      when respondents >= :minimum_group then lines_now
      else array(
        struct(
          1 as answer_order,
          '(too few to show)' as answer,
          'hidden' as answer_kind,
          cast(null as boolean) as correct,
          cast(null as bigint) as answers
        )
      )
    end as lines
  from held
)

select
  * except (lines, counted),
  if(place = 0, counted, null) as counted,
  line.*
from (
  select *, posexplode(lines) as (place, line)
  from decided
)
