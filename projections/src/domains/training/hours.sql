-- one row per attendance record
select a.life_id, a.effective_on as booked_on, c.area as province, w.sex,
  model.age_group(a.effective_on, w.birth_year) as age, w.education, c.provider, c.programme,
  model.origin(a.is_synthetic) as origin, a.hours
from attendance_recorded a
left join trainee_enrolled e using (life_id, enrolment_id)
left join course_scheduled c using (life_id, course_id)
left join worker_registered w using (life_id, person_key)
