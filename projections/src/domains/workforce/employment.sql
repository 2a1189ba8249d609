-- one row per person and change of state: +1 where employment begins, -1 on the day after it ends
with spell as (
  select s.version_id, s.person_key, s.spell_id, s.position, s.establishment_id, s.isco08, s.is_synthetic,
    s.effective_on as starts_on, coalesce(min(e.effective_on), model.open_end()) as ends_on
  from employment_started s left join employment_ended e using (version_id, spell_id)
  group by all
),
-- a person with two jobs at a time is one person employed: the later job counts from the end of the earlier
{{moves of spell: employed}}
select m.version_id, m.posted_on, coalesce(w.birth_year, 0) as birth_year, e.area as province, w.sex, w.education,
  m.isco08 as occupation, model.isic_section(e.isic4) as industry, model.origin(m.is_synthetic) as origin,
  m.employed, model.unit_key(m.person_key) as unit_key
from moves m
{{lookup establishment_registered e}}
{{lookup worker_registered w}}
