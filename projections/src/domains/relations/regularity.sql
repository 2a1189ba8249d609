-- one row per body and Jalali month in which it has to meet, and whether it met with its quorum and every party present
with month as (select jm, min(starts_on) as month_on from model.segment group by jm),
-- the first month that begins after the body was constituted, or on that day
due as (
  select b.version_id, b.body_id, b.quorum, b.is_synthetic, m.jm, m.month_on
  from body_constituted b join month m on m.month_on >= b.effective_on
  where b.min_meetings_per_month > 0
),
party as (select distinct version_id, body_id, seat from body_constituted_seats where seat <> 'EXPERT' and persons > 0),
present as (
  select a.version_id, a.body_id, a.meeting_id, d.jm, a.seat, sum(a.persons) as persons
  from meeting_held_attendance a join model.calendar_day d on d.day = a.effective_on
  group by all
),
meeting as (select version_id, body_id, meeting_id, jm, sum(persons) as persons from present group by all),
regular as (
  select distinct m.version_id, m.body_id, m.jm
  from meeting m join body_constituted b using (version_id, body_id)
  where m.persons >= b.quorum and not exists (
    from party p where p.version_id = m.version_id and p.body_id = m.body_id and not exists (
      from present a where a.version_id = m.version_id and a.meeting_id = m.meeting_id and a.seat = p.seat and a.persons > 0))
)
select d.version_id, d.month_on as posted_on, d.body_id as body, model.origin(d.is_synthetic) as origin,
  1 as due_months, (r.jm is not null)::integer as regular_months
from due d left join regular r using (version_id, body_id, jm)
