-- one row per assessment taken at a site that is named, on its day, in the province of the site
select t.version_id, t.effective_on as posted_on, coalesce(s.area, t.area) as province, model.origin(t.is_synthetic) as origin,
  1 as sittings, model.unit_key(t.person_key) as unit_key
from assessment_taken t {{lookup assessment_site_commissioned s}}
where t.site_id is not null
