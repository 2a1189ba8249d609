-- one row per establishment and month with insured workers for which no list had arrived by the deadline
with listed as (
  select establishment_id, month, min(effective_on) as first_on, bool_or(is_small_workshop) as is_small
  from contribution_list_submitted group by all
),
calendar_month as (
  select jm, (jm // 12 * 100 + jm % 12 + 1)::integer as month, min(starts_on) as starts_on, max(ends_on) as ends_on
  from model.segment group by jm
),
-- a month without any list was not reported to the log
reported as (from calendar_month where month in (select month from listed)),
-- employers and own-account workers are on no list
spell as (
  select s.establishment_id, s.person_key, s.event_id, s.position, s.is_synthetic, s.learned_on, s.effective_on as starts_on,
    least(min(e.effective_on), min(c.effective_on), date '2121-01-01') as ends_on
  from employment_started s
  left join employment_ended e using (spell_id)
  left join establishment_closed c on c.establishment_id = s.establishment_id
  where s.is_insured and s.status_emp not in ('2', '3')
  group by all
),
-- a list that arrived by the end of the next month is in time for every deadline
owing as (
  select s.establishment_id, t.month, t.jm, count(distinct s.person_key) as workers, min(s.learned_on) as learned_on,
    arg_min(s.event_id, s.position) as caused_by, bool_or(s.is_synthetic) as is_synthetic
  from spell s
  join reported t on s.starts_on <= t.ends_on and s.ends_on >= t.starts_on
  anti join (
    select l.establishment_id, l.month from listed l
    join calendar_month m using (month) join calendar_month n on n.jm = m.jm + 1 and l.first_on <= n.ends_on
  ) i on i.establishment_id = s.establishment_id and i.month = t.month
  group by s.establishment_id, t.month, t.jm
),
sized as (
  select o.*, l.first_on, coalesce(l.is_small, o.workers <= c.max_small_workshop_workers) as is_small, c.*
  from owing o
  cross join constant c
  left join listed l on l.establishment_id = o.establishment_id and l.month = o.month
),
owed as (
  select s.*, m.ends_on as month_end_on, greatest(s.learned_on, m.ends_on) as known_on
  from sized s
  join calendar_month m on m.jm = s.jm + case when s.is_small then months_allowed_small_workshop else months_allowed end
),
deadline as (
  select a.month_end_on, a.known_on, min(w.day) as due_on, arg_min(w.calendar_version, w.day) as calendar_version
  from (select distinct month_end_on, known_on from owed) a
  join working_day w on w.area = 'IR' and w.is_working and w.day >= a.month_end_on and w.day <= a.month_end_on + 60
    and greatest(w.day, a.known_on) >= w.known_from and greatest(w.day, a.known_on) < w.known_until
  group by a.month_end_on, a.known_on
)
select o.establishment_id, o.month, d.due_on as effective_on, o.caused_by, o.is_synthetic, o.is_small as is_small_workshop,
  d.calendar_version, o.rule_version
from owed o
join deadline d using (month_end_on, known_on)
where d.due_on < (select today from today) and (o.first_on is null or o.first_on > d.due_on)
