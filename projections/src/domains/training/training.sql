-- one row per enrolment and act: its completion on its day; its place in the cohort on the planned end of a course that was not cancelled
with learner as (
  select version_id, enrolment_id,
    coalesce(c.person_key, e.person_key) as person_key,
    coalesce(c.course_id, e.course_id) as course_id,
    c.effective_on as completed_on,
    e.enrolment_id is not null as is_enrolled,
    d.effective_on as withdrew_on,
    coalesce(c.is_synthetic, e.is_synthetic) as is_synthetic
  from trainee_enrolled e
  full join training_completed c using (version_id, enrolment_id)
  {{lookup trainee_withdrew d}}
),
{{grouped standard of skill_standard_published_isco08: min_by(isco08, line_no) as occupation}},
described as (
  select l.*, case when k.course_id is null then c.ends_on end as cohort_on, c.area as province, c.provider, c.programme, w.sex, w.education, w.birth_year, s.occupation
  from learner l
  {{lookup course_scheduled c}}
  {{lookup course_cancelled k}}
  {{lookup worker_registered w}}
  {{lookup standard s}}
),
acts as (
  select *, completed_on as posted_on, 1 as person_courses, 0 as entrants, 0 as completed_30d, 0 as withdrawn_30d
  from described where completed_on is not null
  union all
  select *, cohort_on, 0, 1, coalesce(completed_on <= cohort_on + 30, false)::integer,
    coalesce(withdrew_on <= cohort_on + 30 and (completed_on is null or completed_on > cohort_on + 30), false)::integer
  from described where is_enrolled and cohort_on is not null
)
select version_id, posted_on, province, sex, model.age_group(posted_on, birth_year) as age, education, occupation,
  provider, programme, model.origin(is_synthetic) as origin,
  person_courses, entrants, completed_30d, withdrawn_30d, model.unit_key(person_key) as unit_key
from acts
