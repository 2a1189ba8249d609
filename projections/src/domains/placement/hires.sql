-- one row per employment spell, on its first day
select s.version_id, s.effective_on as posted_on, e.area as province, w.sex,
  model.age_group(s.effective_on, w.birth_year) as age, w.education, s.isco08 as occupation,
  model.isic_section(e.isic4) as industry,
  case when exists (from hire_confirmed h where h.version_id = s.version_id and h.spell_id = s.spell_id) then 'TVTO' else s.channel end as channel,
  e.organisation_id as organisation, model.origin(s.is_synthetic) as origin,
  1 as hires, model.unit_key(s.person_key) as unit_key
from employment_started s
{{lookup establishment_registered e}}
{{lookup worker_registered w}}
