-- one row per meeting held and kind of seat: its seats and the persons present
with seat as (select version_id, body_id, seat, sum(persons) as seats from body_constituted_seats group by all),
present as (
  select version_id, meeting_id, body_id, seat, sum(persons) as present from meeting_held_attendance group by all
),
expected as (
  select m.version_id, m.meeting_id, m.body_id, s.seat, s.seats from meeting_held m join seat s using (version_id, body_id)
)
select m.version_id, m.effective_on as posted_on, m.body_id as body, coalesce(e.seat, p.seat) as seat,
  model.origin(m.is_synthetic) as origin, coalesce(e.seats, 0) as seats, coalesce(p.present, 0) as present
from expected e
full join present p using (version_id, meeting_id, body_id, seat)
join meeting_held m using (version_id, meeting_id)
