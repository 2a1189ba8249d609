-- one row per person, calendar, frequency and period in which the person completed a course; described by the first
with first_of_period as (
  select c.life_id, c.person_key, p.grain, p.starts_on as booked_on,
    min_by(c.course_id, model.moment(c.effective_on, c.position)) as course_id,
    min(c.effective_on) as completed_on,
    bool_or(c.is_synthetic) as is_synthetic
  from training_completed c join model.period_of_day p on p.day = c.effective_on
  group by all
)
select f.life_id, f.booked_on, f.grain, c.area as province, w.sex, model.age_group(f.completed_on, w.birth_year) as age,
  w.education, c.provider, c.programme, model.origin(f.is_synthetic) as origin,
  1 as persons, model.unit_key(f.person_key) as unit_key
from first_of_period f
left join course_scheduled c using (life_id, course_id)
left join worker_registered w using (life_id, person_key)
