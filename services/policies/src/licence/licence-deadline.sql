-- one row per application whose working days are over, with the first decision on it where there is one
decision as (
  select application_id, effective_on, position, is_synthetic from licence_granted
  union all
  select application_id, effective_on, position, is_synthetic from licence_refused
  union all
  select application_id, effective_on, position, is_synthetic from licence_auto_issued
),
-- A decision counts once its day is over, as a working day does.
first_decision as (
  select application_id, effective_on as decided_on, is_synthetic as is_decision_synthetic from decision
  where effective_on < (select today from today)
  qualify row_number() over (partition by application_id order by effective_on, position) = 1
),
-- The first day on which its working days were over; a return before that day postpones it, one after it does not.
due as (
  select application_id, event_id, is_synthetic, day as due_on, calendar_version, rule_version, max_working_days from counted
  where nth = max_working_days
  qualify row_number() over (partition by application_id order by day, filing_no) = 1
),
-- Working days of all filings on which it waited for a decision, through the day of the decision.
taken as (
  select f.application_id, count(distinct w.day)::integer as working_days
  from ruled f
  join first_decision d using (application_id)
  join working_day w on w.area = calendar_area(f.area) and w.is_working
    and w.day >= f.filed_on + case when f.is_filing_day_counted then 0 else 1 end
    and w.day < coalesce(f.returned_on, date '9999-12-31') and w.day <= d.decided_on
    and greatest(w.day, f.learned_on) >= w.known_from and greatest(w.day, f.learned_on) < w.known_until
  group by f.application_id
)
select u.application_id, greatest(u.due_on, d.decided_on) as effective_on, u.event_id as caused_by,
  u.is_synthetic or coalesce(d.is_decision_synthetic, false) as is_synthetic, u.due_on,
  coalesce(d.decided_on <= u.due_on, false) as is_in_time, d.decided_on,
  case when d.decided_on is not null then coalesce(t.working_days, 0) end as working_days,
  u.max_working_days as allowed_working_days, u.calendar_version, u.rule_version
from due u
left join first_decision d using (application_id)
left join taken t using (application_id)
where u.due_on < (select today from today)
