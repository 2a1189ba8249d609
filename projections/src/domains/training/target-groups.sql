-- one row per completion and target group of its enrolment
with member as (
  select distinct version_id, enrolment_id, target_group from trainee_enrolled_target_groups
)
select c.version_id, c.effective_on as posted_on, k.area as province, w.sex,
  model.age_group(c.effective_on, w.birth_year) as age, w.education, k.provider, k.programme, m.target_group,
  model.origin(c.is_synthetic) as origin, 1 as person_courses, model.unit_key(c.person_key) as unit_key
from training_completed c
join member m using (version_id, enrolment_id)
{{lookup course_scheduled k}}
{{lookup worker_registered w}}
