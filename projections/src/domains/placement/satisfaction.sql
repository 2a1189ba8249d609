-- one row per report of an employer, on its day
select r.version_id, r.effective_on as posted_on, e.area as province, coalesce(q.isco08, s.isco08) as occupation,
  model.isic_section(e.isic4) as industry, e.organisation_id as organisation, model.origin(r.is_synthetic) as origin,
  1 as reports, r.score as points
from employer_satisfaction_reported r
left join hiring_requested q using (version_id, request_id)
left join employment_started s using (version_id, spell_id)
left join establishment_registered e on e.version_id = r.version_id and e.establishment_id = coalesce(q.establishment_id, s.establishment_id)
