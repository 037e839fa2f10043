-- Contracts with suppliers as far as they were known on an earlier day.
-- Grain: one row per contract known by then.
-- A source writes a contract over. Where that happened since, value and last day are those of the actions up to the day;
-- a contract without any is left out, since neither is known.
with

actions as (
  select
    award_key,
    max_by(end_on, struct(action_on, length(modification_number), modification_number)) filter (where end_on is not null)
      as end_on,
    coalesce(
      max_by(contract_value, struct(action_on, length(modification_number), modification_number))
        filter (where contract_value is not null),
      sum(obligation)
    ) as value
  from supplier_contract_actions
  group by award_key
)

select
  supplier_contracts.* except (value, current_end_on),
  if(supplier_contracts.updated_on <= :as_of, supplier_contracts.value, actions.value) as value,
  if(supplier_contracts.updated_on <= :as_of, supplier_contracts.current_end_on, actions.end_on) as current_end_on
from supplier_contracts
left join actions
  on supplier_contracts.award_key = actions.award_key
where supplier_contracts.updated_on <= :as_of
  or actions.award_key is not null
