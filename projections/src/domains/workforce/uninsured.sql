-- one row per employment where it begins, and one, with -1, on the day after it ends
with spell as (
  select s.version_id, s.spell_id, s.person_key, s.establishment_id, s.isco08, s.is_insured, s.is_synthetic,
    s.effective_on as starts_on, coalesce(min(e.effective_on), model.open_end()) as ends_on
  from employment_started s left join employment_ended e using (version_id, spell_id)
  group by all
),
moves as (
  select *, starts_on as posted_on, 1 as sign from spell where starts_on <= ends_on
  union all
  select *, ends_on + 1, -1 from spell where starts_on <= ends_on and ends_on < model.open_end()
)
select m.version_id, m.posted_on, coalesce(w.birth_year, 0) as birth_year, e.area as province, w.sex,
  m.isco08 as occupation, model.isic_section(e.isic4) as industry, model.origin(m.is_synthetic) as origin,
  m.sign as employments, case when m.is_insured then 0 else m.sign end as uninsured, model.unit_key(m.person_key) as unit_key
from moves m
{{lookup establishment_registered e}}
{{lookup worker_registered w}}
where m.is_insured is not null
