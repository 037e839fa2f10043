-- The day needs are scored on for the back-test: one horizon of conf/needs before the as-of day.
-- Grain: one row.
select date_sub(:as_of, max(horizon_days)) as scored_on
from stg_need_kinds
