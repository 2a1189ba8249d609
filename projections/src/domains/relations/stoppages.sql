-- one row per stoppage on its first day, and one on its last with the days not worked
with scope_of as (
  select version_id, stoppage_id, workers_involved from stoppage_started
  union all
  select version_id, stoppage_id, workers_involved from stoppage_scope_changed
),
widest as (select version_id, stoppage_id, max(workers_involved) as workers from scope_of group by all),
acts as (
  select s.version_id, s.stoppage_id, s.effective_on as posted_on, 1 as stoppages, w.workers as workers_involved, 0 as days_not_worked
  from stoppage_started s join widest w using (version_id, stoppage_id)
  union all
  select e.version_id, e.stoppage_id, e.effective_on, 0, 0, e.days_not_worked from stoppage_ended e
)
select a.version_id, a.posted_on, s.area as province, model.isic_section(s.isic4) as industry, s.kind as stoppage_kind,
  model.origin(s.is_synthetic) as origin, a.stoppages, a.workers_involved, a.days_not_worked
from acts a join stoppage_started s using (version_id, stoppage_id)
