-- one row per retirement, on its first day
select r.version_id, r.effective_on as posted_on, e.area as province, w.sex, s.isco08 as occupation,
  model.isic_section(e.isic4) as industry,
  -- where the employment is not recorded, the employer who reports its end is the one that was left
  coalesce(e.organisation_id, nullif(regexp_extract(r.source, '^urn:karnameh:employer:(.+)$', 1), '')) as organisation,
  model.origin(r.is_synthetic) as origin, 1 as taken, model.unit_key(r.person_key) as unit_key
from retirement_taken r
{{lookup employment_started s}}
{{lookup establishment_registered e}}
{{lookup worker_registered w of r}}
