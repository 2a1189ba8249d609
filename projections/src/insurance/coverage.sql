-- one row per person and change of state: +1 where cover (or an age group in it) begins, -1 on the day after it ends
with spell as (
  select s.life_id, s.person_key, s.coverage_id, s.position, s.scheme, s.is_synthetic,
    s.effective_on as starts_on, coalesce(min(e.effective_on), date '2121-01-01') as ends_on
  from coverage_started s left join coverage_ended e using (life_id, coverage_id)
  group by all
),
-- two covers at a time are one person covered: the later counts from the end of the earlier
trimmed as (
  select *, greatest(starts_on, coalesce(max(ends_on) over earlier + 1, starts_on)) as from_on
  from spell
  window earlier as (partition by life_id order by starts_on, position rows between unbounded preceding and 1 preceding)
),
described as (
  select t.*, w.home_area, w.sex, w.education, w.birth_year, model.age_steps(t.from_on, t.ends_on, w.birth_year) as steps
  from trimmed t left join worker_registered w using (life_id, person_key)
  where t.from_on <= t.ends_on
),
stretch as (
  select *, unnest(steps) as begins_on, unnest(list_append(steps[2:], ends_on + 1)) as over_on from described
),
moves as (
  select *, begins_on as booked_on, 1 as covered from stretch
  union all
  select *, over_on, -1 from stretch where over_on <= date '2121-01-01'
)
select life_id, booked_on, home_area as province, sex, model.age_group(begins_on, birth_year) as age, education, scheme,
  model.origin(is_synthetic) as origin, covered, model.unit_key(person_key) as unit_key
from moves
