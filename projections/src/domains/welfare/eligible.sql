-- one row per household and change of state: +1 where a plan begins to cover its decile, -1 where it stops covering it
with assigned as (
  select version_id, household_id, effective_on, max_by(decile, position) as decile, bool_or(is_synthetic) as is_synthetic
  from decile_assigned
  group by version_id, household_id, effective_on
),
placed as (
  select *, coalesce(lead(effective_on) over (partition by version_id, household_id order by effective_on), model.open_end() + 1) - 1 as last_on
  from assigned
),
-- a plan holds until the next; the lines of one that was recorded again are those of its newest record
plan as (
  select version_id, plan_version, position, effective_on,
    coalesce(lead(effective_on) over (partition by version_id order by effective_on, position), model.open_end() + 1) - 1 as last_on
  from plan_parameters_set
),
covered as (
  select distinct p.version_id, p.household_id, p.decile, p.is_synthetic, greatest(p.effective_on, n.effective_on) as starts_on, least(p.last_on, n.last_on) as ends_on
  from placed p
  join plan_parameters_set_deciles l using (version_id, decile)
  join plan n on n.version_id = l.version_id and n.plan_version = l.plan_version and n.position = l.position
),
moves as (
  select *, starts_on as posted_on, 1 as eligible from covered where starts_on <= ends_on
  union all
  select *, ends_on + 1, -1 from covered where starts_on <= ends_on and ends_on < model.open_end()
)
select m.version_id, m.posted_on, h.area as province, m.decile, model.origin(m.is_synthetic) as origin, m.eligible,
  model.unit_key(md5_number_lower(m.household_id::varchar)) as unit_key
from moves m {{lookup household_registered h}}
