-- one row per employee and change of state: +1 where employment as an employee begins, -1 on the day after it ends
with spell as (
  select s.version_id, s.person_key, s.spell_id, s.position, s.establishment_id, s.is_synthetic,
    s.effective_on as starts_on, coalesce(min(e.effective_on), model.open_end()) as ends_on
  from employment_started s left join employment_ended e using (version_id, spell_id)
  where s.status_emp = '1'
  group by all
),
-- two jobs at a time are one employee: the later counts from the end of the earlier
{{moves of spell: employees}}
select m.version_id, m.posted_on, e.area as province, model.isic_section(e.isic4) as industry,
  model.origin(m.is_synthetic) as origin, m.employees, model.unit_key(m.person_key) as unit_key
from moves m {{lookup establishment_registered e}}
