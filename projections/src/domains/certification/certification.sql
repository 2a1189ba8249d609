-- one row per assessment that is a person's first of some month, quarter or year, and one more where it led to a certificate
with taken as (
  select t.version_id, t.person_key, t.assessment_id, t.position, t.standard_id, t.enrolment_id, t.area, t.effective_on, t.is_synthetic, d.jm, d.gm,
    model.differing(d.jm, d.gm, lag(d.jm) over earlier, lag(d.gm) over earlier) as period_mask
  from assessment_taken t join model.calendar_day d on d.day = t.effective_on
  window earlier as (partition by t.version_id order by t.effective_on, t.position)
),
certified as (
  select distinct t.version_id, t.jm, t.gm
  from taken t join certificate_issued_assessment_ids l using (version_id, assessment_id)
  where not exists (from certificate_revoked r where r.version_id = l.version_id and r.certificate_id = l.certificate_id)
),
certified_first as (
  select t.version_id, t.position, bit_or(t.period_mask & (63 - model.differing(t.jm, t.gm, c.jm, c.gm))::utinyint) as period_mask
  from taken t join certified c using (version_id)
  where t.period_mask > 0
  group by all
),
acts as (
  select * exclude (assessment_id, jm, gm), 1 as assessed, 0 as certified from taken where period_mask > 0
  union all
  select t.* exclude (assessment_id, jm, gm) replace (c.period_mask as period_mask), 0, 1
  from taken t join certified_first c using (version_id, position) where c.period_mask > 0
),
{{grouped standard of skill_standard_published_isco08: min_by(isco08, line_no) as occupation}}
select a.version_id, a.effective_on as posted_on, a.period_mask, a.area as province, w.sex,
  model.age_group(a.effective_on, w.birth_year) as age, w.education, s.occupation,
  case when a.enrolment_id is null then '_Z' else k.provider end as provider, model.origin(a.is_synthetic) as origin,
  a.assessed, a.certified, model.unit_key(a.person_key) as unit_key
from {{shared_rows acts a}}
{{lookup worker_registered w}}
{{lookup standard s}}
{{lookup trainee_enrolled e}}
{{lookup course_scheduled k}}
