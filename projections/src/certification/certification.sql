-- one row per assessment that is a person's first of some month, quarter or year, and one more where it led to a certificate
with taken as (
  select t.life_id, t.person_key, t.assessment_id, t.standard_id, t.area, t.effective_on, t.is_synthetic, d.periods,
    model.differing(d.periods, lag(d.periods) over (partition by t.life_id order by t.effective_on, t.position)) as grain
  from assessment_taken t join model.calendar_day d on d.day = t.effective_on
),
certified as (
  select distinct t.life_id, t.periods
  from taken t join certificate_issued_assessment_ids l using (life_id, assessment_id)
  where not exists (from certificate_revoked r where r.life_id = l.life_id and r.certificate_id = l.certificate_id)
),
first_of_period as (
  select t.life_id, t.assessment_id, any_value(t.grain) as grain,
    bit_or(t.grain & (63 - model.differing(t.periods, c.periods))) as certified_grain
  from taken t left join certified c using (life_id)
  where t.grain > 0
  group by all
),
standard as (
  select life_id, standard_id, min_by(isco08, line_no) as occupation from skill_standard_published_isco08 group by all
),
measured as (
  select life_id, assessment_id, grain, 1 as assessed, 0 as certified from first_of_period
  union all
  select life_id, assessment_id, certified_grain, 0, 1 from first_of_period where certified_grain > 0
)
select t.life_id, t.effective_on as booked_on, m.grain, t.area as province, w.sex,
  model.age_group(t.effective_on, w.birth_year) as age, w.education, s.occupation, model.origin(t.is_synthetic) as origin,
  m.assessed, m.certified, model.unit_key(t.person_key) as unit_key
from measured m
join taken t using (life_id, assessment_id)
left join worker_registered w using (life_id, person_key)
left join standard s using (life_id, standard_id)
