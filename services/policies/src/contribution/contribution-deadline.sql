-- one row per contribution list whose deadline has passed
with listed as (
  select list_id, establishment_id, month, effective_on as submitted_on, learned_on, event_id, is_synthetic,
    month // 100 * 12 + month % 100 - 1
      + case when is_small_workshop then months_allowed_small_workshop else months_allowed end as due_month, rule_version
  from contribution_list_submitted, constant
),
month_end as (select jm as due_month, max(ends_on) as month_end_on from model.segment group by jm),
-- Many lists share a deadline: it is found once for each month and as-of date, not once for each list.
month_due as (
  select due_month, month_end_on, greatest(learned_on, month_end_on) as known_on
  from listed join month_end using (due_month) group by all
),
deadline as (
  select a.due_month, a.known_on, min(w.day) as due_on, arg_min(w.calendar_version, w.day) as calendar_version
  from month_due a
  join working_day w on w.area = 'IR' and w.is_working and w.day >= a.month_end_on and w.day <= a.month_end_on + 60
    and greatest(w.day, a.known_on) >= w.known_from and greatest(w.day, a.known_on) < w.known_until
  group by a.due_month, a.known_on
)
select l.list_id, greatest(d.due_on, l.submitted_on) as effective_on, l.event_id as caused_by, l.is_synthetic,
  l.establishment_id, l.month, d.due_on, l.submitted_on <= d.due_on as is_on_time,
  greatest(l.submitted_on - d.due_on, 0)::integer as days_late, d.calendar_version, l.rule_version
from listed l
join month_end m using (due_month)
join deadline d on d.due_month = l.due_month and d.known_on = greatest(l.learned_on, m.month_end_on)
where greatest(d.due_on, l.submitted_on) < (select today from today)
