-- one row per completion that is a person's last of some month, quarter or year; period_mask states which
with completion as (
  select c.version_id, c.person_key, c.enrolment_id, c.course_id, c.effective_on, c.position, c.is_synthetic,
    model.differing(d.jm, d.gm, lead(d.jm) over later, lead(d.gm) over later) as period_mask
  from training_completed c join model.calendar_day d on d.day = c.effective_on
  window later as (partition by c.version_id order by c.effective_on, c.position)
),
held as (
  select c.*, k.area, k.provider, k.programme, k.standard_id
  from completion c {{lookup course_scheduled k}}
  where c.period_mask > 0
),
assessed as (
  select distinct h.version_id, h.position
  from held h join assessment_taken t on t.version_id = h.version_id and t.effective_on between h.effective_on and h.effective_on + 90
    and (t.enrolment_id = h.enrolment_id or t.standard_id = h.standard_id)
),
acts as (
  select h.* exclude (standard_id), (a.position is not null)::integer as assessed_90d
  from held h left join assessed a using (version_id, position)
)
select a.version_id, a.effective_on as posted_on, a.period_mask, a.area as province, w.sex,
  model.age_group(a.effective_on, w.birth_year) as age, w.education, a.provider, a.programme,
  model.origin(a.is_synthetic) as origin, 1 as completers, a.assessed_90d, model.unit_key(a.person_key) as unit_key
from {{shared_rows acts a}}
{{lookup worker_registered w}}
