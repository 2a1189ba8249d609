-- one row per person and change of state: +1 where employment (or an age group in it) begins, -1 on the day after it ends
with spell as (
  select s.life_id, s.person_key, s.spell_id, s.position, s.establishment_id, s.isco08, s.is_synthetic,
    s.effective_on as starts_on, coalesce(min(e.effective_on), date '2121-01-01') as ends_on
  from employment_started s left join employment_ended e using (life_id, spell_id)
  group by all
),
-- a person with two jobs at a time is one person employed: the later job counts from the end of the earlier
trimmed as (
  select *, greatest(starts_on, coalesce(max(ends_on) over earlier + 1, starts_on)) as from_on
  from spell
  window earlier as (partition by life_id order by starts_on, position rows between unbounded preceding and 1 preceding)
),
described as (
  select t.life_id, t.person_key, t.from_on, t.ends_on, t.is_synthetic, t.isco08, e.area, e.isic4, w.sex, w.education, w.birth_year,
    model.age_steps(t.from_on, t.ends_on, w.birth_year) as steps
  from trimmed t
  left join establishment_registered e using (life_id, establishment_id)
  left join worker_registered w using (life_id, person_key)
  where t.from_on <= t.ends_on
),
stretch as (
  select *, unnest(steps) as begins_on, unnest(list_append(steps[2:], ends_on + 1)) as over_on from described
),
moves as (
  select *, begins_on as booked_on, 1 as employed from stretch
  union all
  select *, over_on, -1 from stretch where over_on <= date '2121-01-01'
)
select life_id, booked_on, area as province, sex, model.age_group(begins_on, birth_year) as age, education,
  isco08 as occupation, model.isic_section(isic4) as industry, model.origin(is_synthetic) as origin,
  employed, model.unit_key(person_key) as unit_key
from moves
