-- one row per completion that is a person's first of some month, quarter or year; period_mask states which
with completion as (
  select c.version_id, c.person_key, c.course_id, c.effective_on, c.is_synthetic,
    model.differing(d.jm, d.gm, lag(d.jm) over earlier, lag(d.gm) over earlier) as period_mask
  from training_completed c join model.calendar_day d on d.day = c.effective_on
  window earlier as (partition by c.version_id order by c.effective_on, c.position)
)
select f.version_id, f.effective_on as posted_on, f.period_mask, k.area as province, w.sex,
  model.age_group(f.effective_on, w.birth_year) as age, w.education, k.provider, k.programme,
  model.origin(f.is_synthetic) as origin, 1 as persons, model.unit_key(f.person_key) as unit_key
from completion f
{{lookup course_scheduled k}}
{{lookup worker_registered w}}
where f.period_mask > 0
