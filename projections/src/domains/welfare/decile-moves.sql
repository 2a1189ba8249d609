-- one row per household and reassignment of its decile, with the previous decile
with assigned as (
  select version_id, household_id, effective_on, max_by(decile, position)::varchar::integer as decile, bool_or(is_synthetic) as is_synthetic
  from decile_assigned
  group by version_id, household_id, effective_on
),
ranked as (
  select *, lag(decile) over (partition by version_id, household_id order by effective_on) as earlier from assigned
)
select r.version_id, r.effective_on as posted_on, h.area as province, r.earlier::varchar as decile, model.origin(r.is_synthetic) as origin,
  1 as ranked, (r.decile <> r.earlier)::integer as moved, (r.decile > r.earlier)::integer as moved_up,
  model.unit_key(md5_number_lower(r.household_id::varchar)) as unit_key
from ranked r {{lookup household_registered h}}
where r.earlier is not null
