-- one row per person, calendar, frequency and period of assessment; described by the first assessment of the period
with standing as (
  select distinct l.life_id, l.assessment_id
  from certificate_issued_assessment_ids l
  where not exists (from certificate_revoked r where r.life_id = l.life_id and r.certificate_id = l.certificate_id)
),
standard as (
  select life_id, standard_id, min_by(isco08, line_no) as occupation from skill_standard_published_isco08 group by all
),
cohort as (
  select t.life_id, t.person_key, p.grain, p.starts_on as booked_on,
    min(t.effective_on) as taken_on,
    min_by(t.area, model.moment(t.effective_on, t.position)) as province,
    min_by(t.standard_id, model.moment(t.effective_on, t.position)) as standard_id,
    bool_or(t.is_synthetic) as is_synthetic,
    bool_or(c.assessment_id is not null) as is_certified
  from assessment_taken t
  join model.period_of_day p on p.day = t.effective_on
  left join standing c using (life_id, assessment_id)
  group by all
)
select k.life_id, k.booked_on, k.grain, k.province, w.sex, model.age_group(k.taken_on, w.birth_year) as age, w.education,
  s.occupation, model.origin(k.is_synthetic) as origin,
  1 as assessed, k.is_certified::integer as certified, model.unit_key(k.person_key) as unit_key
from cohort k
left join worker_registered w using (life_id, person_key)
left join standard s using (life_id, standard_id)
