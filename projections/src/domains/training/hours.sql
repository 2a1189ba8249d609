-- one row per attendance record
select a.version_id, a.effective_on as posted_on, c.area as province, w.sex,
  model.age_group(a.effective_on, w.birth_year) as age, w.education, c.provider, c.programme,
  model.origin(a.is_synthetic) as origin, a.hours
from attendance_recorded a
{{lookup trainee_enrolled e}}
{{lookup course_scheduled c}}
{{lookup worker_registered w}}
