-- one row per assessment that is a person's first of some month, quarter or year, and one more where it led to a certificate
with taken as (
  select t.life_id, t.person_key, t.assessment_id, t.position, t.standard_id, t.enrolment_id, t.area, t.effective_on, t.is_synthetic, d.jm, d.gm,
    model.differing(d.jm, d.gm, lag(d.jm) over earlier, lag(d.gm) over earlier) as grain
  from assessment_taken t join model.calendar_day d on d.day = t.effective_on
  window earlier as (partition by t.life_id order by t.effective_on, t.position)
),
certified as (
  select distinct t.life_id, t.jm, t.gm
  from taken t join certificate_issued_assessment_ids l using (life_id, assessment_id)
  where not exists (from certificate_revoked r where r.life_id = l.life_id and r.certificate_id = l.certificate_id)
),
certified_first as (
  select t.life_id, t.position, bit_or(t.grain & (63 - model.differing(t.jm, t.gm, c.jm, c.gm))::utinyint) as grain
  from taken t join certified c using (life_id)
  where t.grain > 0
  group by all
),
acts as (
  select * exclude (assessment_id, jm, gm), 1 as assessed, 0 as certified from taken where grain > 0
  union all
  select t.* exclude (assessment_id, jm, gm) replace (c.grain as grain), 0, 1
  from taken t join certified_first c using (life_id, position) where c.grain > 0
),
standard as (
  select life_id, standard_id, min_by(isco08, line_no) as occupation from skill_standard_published_isco08 group by all
)
select a.life_id, a.effective_on as booked_on, a.grain, a.area as province, w.sex,
  model.age_group(a.effective_on, w.birth_year) as age, w.education, s.occupation,
  case when a.enrolment_id is null then '_Z' else k.provider end as provider, model.origin(a.is_synthetic) as origin,
  a.assessed, a.certified, model.unit_key(a.person_key) as unit_key
from acts a
left join worker_registered w using (life_id, person_key)
left join standard s using (life_id, standard_id)
left join trainee_enrolled e using (life_id, enrolment_id)
left join course_scheduled k using (life_id, course_id)
