-- one row per target and what it reached: the target from its first day to its end, and each person or completion from its day to that end
with spoken as (
  select version_id, programme_id, effective_on as from_on, target, basis, ends_on, is_synthetic, is_of_trainee
  from (from (select *, false as is_of_trainee from programme_target_set) union all by name from (select *, true as is_of_trainee from target_of_course))
  qualify position = max(position) over (partition by version_id, programme_id, effective_on)
),
-- a target holds until its own end, or until the next is set
period as (
  select * exclude (ends_on), least(coalesce(ends_on, model.open_end()),
    coalesce(lead(from_on) over (partition by version_id, programme_id order by from_on) - 1, model.open_end())) as until
  from spoken
),
reached as (
  select p.version_id, p.programme_id, p.until, p.is_synthetic or c.is_synthetic as is_synthetic, c.person_key, c.effective_on,
    p.basis = 'PERSON_COURSES' or c.position = min_by(c.position, model.order_key(c.effective_on, c.position))
      over (partition by p.version_id, p.programme_id, p.from_on, c.person_key) as is_counted
  from (from period where is_of_trainee) p
  join course_scheduled k using (version_id, programme_id)
  join training_completed c on c.version_id = k.version_id and c.course_id = k.course_id and c.effective_on between p.from_on and p.until
),
moves as (
  select version_id, programme_id, from_on as posted_on, target, 0 as reached, 0 as unit_key, is_synthetic from period where not is_of_trainee and from_on <= until
  union all
  select version_id, programme_id, until + 1, -target, 0, 0, is_synthetic from period where not is_of_trainee and from_on <= until and until < model.open_end()
  union all
  select version_id, programme_id, effective_on, 0, 1, model.unit_key(person_key), is_synthetic from reached where is_counted
  union all
  select version_id, programme_id, until + 1, 0, -1, model.unit_key(person_key), is_synthetic from reached where is_counted and until < model.open_end()
)
select m.version_id, m.posted_on, d.programme, model.origin(m.is_synthetic) as origin, m.target, m.reached, m.unit_key
from moves m {{lookup programme_defined d}}
