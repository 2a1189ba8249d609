-- one row per person, standard and mode whose first attempt was graded, on the day of the grading
with first_sitting as (
  select version_id, standard_id, mode, min_by(assessment_id, model.order_key(effective_on, position)) as assessment_id
  from assessment_taken group by all
),
{{grouped standard of skill_standard_published_isco08: min_by(isco08, line_no) as occupation}}
select s.version_id, g.effective_on as posted_on, s.area as province, w.sex,
  model.age_group(s.effective_on, w.birth_year) as age, w.education, o.occupation,
  model.origin(s.is_synthetic or g.is_synthetic) as origin,
  1 as graded, g.is_passed::integer as passed, model.unit_key(s.person_key) as unit_key
from assessment_taken s semi join first_sitting using (version_id, standard_id, mode, assessment_id)
join assessment_graded g using (version_id, assessment_id)
{{lookup worker_registered w}}
{{lookup standard o}}
