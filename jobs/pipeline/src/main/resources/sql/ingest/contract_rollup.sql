-- Contracts as their actions make them, where a file of this run touched one and the source leaves the roll-up to us.
-- Grain: one row per contract whose rolled-up columns change.
with touched as (
  select award_key from arriving_actions
  union
  select award_key from arriving_contracts
),
placed as (
  select
    actions.*,
    -- Modifications of one day follow their numbers: P00009 before P00010, 9 before 10.
    struct(action_on, length(modification_number), modification_number) as place
  from known_actions as actions
  left semi join touched on touched.award_key = actions.award_key
),
rolled as (
  select
    award_key,
    sum(obligation) as obligated,
    max_by(contract_value, place) filter (where contract_value is not null) as stated_value,
    max_by(start_on, place) filter (where start_on is not null) as stated_start_on,
    max_by(end_on, place) filter (where end_on is not null) as current_end_on,
    min(action_on) as first_action_on,
    max(action_on) as updated_on
  from placed
  group by award_key
),
contracts as (
  select
    known.award_key,
    known.start_on as known_start_on,
    known.current_end_on as known_end_on,
    known.value as known_value,
    known.obligated as known_obligated,
    known.updated_on as known_updated_on,
    coalesce(rolled.stated_start_on, rolled.first_action_on) as start_on,
    rolled.current_end_on,
    coalesce(rolled.stated_value, rolled.obligated) as value,
    rolled.obligated,
    rolled.updated_on
  from known_contracts as known
  join rolled on rolled.award_key = known.award_key
  where known.basis = 'actions'
)
select
  award_key,
  least(start_on, coalesce(current_end_on, start_on)) as start_on,
  current_end_on,
  value,
  obligated,
  updated_on
from contracts
where not (
  known_start_on <=> least(start_on, coalesce(current_end_on, start_on))
  and known_end_on <=> current_end_on
  and known_value <=> value
  and known_obligated <=> obligated
  and known_updated_on <=> updated_on
)
