-- one row per person and change of state: +1 where cover begins, -1 on the day after it ends
with spell as (
  select s.version_id, s.person_key, s.coverage_id, s.position, s.scheme, s.is_synthetic,
    s.effective_on as starts_on, coalesce(min(e.effective_on), model.open_end()) as ends_on
  from coverage_started s left join coverage_ended e using (version_id, coverage_id)
  group by all
),
-- two covers at a time are one person covered: the later counts from the end of the earlier
{{moves of spell: covered}}
select m.version_id, m.posted_on, coalesce(w.birth_year, 0) as birth_year, w.home_area as province, w.sex, w.education, m.scheme,
  model.origin(m.is_synthetic) as origin, m.covered, model.unit_key(m.person_key) as unit_key
from moves m {{lookup worker_registered w}}
