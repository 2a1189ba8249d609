-- one row per completion that is a person's last of some month, quarter or year; period_mask states which
with completion as (
  select c.version_id, c.person_key, c.course_id, c.effective_on, c.position, c.is_synthetic,
    model.differing(d.jm, d.gm, lead(d.jm) over later, lead(d.gm) over later) as period_mask
  from training_completed c join model.calendar_day d on d.day = c.effective_on
  window later as (partition by c.version_id order by c.effective_on, c.position)
),
-- an open job ends after model.open_end(): twelve months after a completion may be after that too
spell as (
  select s.version_id, s.effective_on as starts_on, coalesce(min(e.effective_on), date '9999-12-31') as ends_on
  from employment_started s {{lookup employment_ended e}}
  group by s.version_id, s.spell_id, s.effective_on
),
placed as (
  select c.version_id, c.position,
    bool_or((c.effective_on + interval 6 month)::date between s.starts_on and s.ends_on) as is_placed_6m,
    bool_or((c.effective_on + interval 12 month)::date between s.starts_on and s.ends_on) as is_placed_12m
  from completion c join spell s using (version_id)
  where c.period_mask > 0
  group by all
),
acts as (
  select c.*, coalesce(p.is_placed_6m, false)::integer as placed_6m, coalesce(p.is_placed_12m, false)::integer as placed_12m
  from completion c left join placed p using (version_id, position)
  where c.period_mask > 0
),
{{grouped standard of skill_standard_published_isco08: min_by(isco08, line_no) as occupation}}
select a.version_id, a.effective_on as posted_on, a.period_mask, k.area as province, w.sex,
  model.age_group(a.effective_on, w.birth_year) as age, w.education, o.occupation, k.provider, k.programme,
  model.origin(a.is_synthetic) as origin, 1 as completers, a.placed_6m, a.placed_12m,
  model.unit_key(a.person_key) as unit_key
from {{shared_rows acts a}}
{{lookup course_scheduled k}}
{{lookup standard o}}
{{lookup worker_registered w}}
