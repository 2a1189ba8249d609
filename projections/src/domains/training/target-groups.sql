-- one row per completion and target group of its enrolment
with member as (
  select distinct life_id, enrolment_id, target_group from trainee_enrolled_target_groups
)
select c.life_id, c.effective_on as booked_on, k.area as province, w.sex,
  model.age_group(c.effective_on, w.birth_year) as age, w.education, k.provider, k.programme, m.target_group,
  model.origin(c.is_synthetic) as origin, 1 as person_courses, model.unit_key(c.person_key) as unit_key
from training_completed c
join member m using (life_id, enrolment_id)
left join course_scheduled k using (life_id, course_id)
left join worker_registered w using (life_id, person_key)
