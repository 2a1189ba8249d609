-- one row per person and Jalali month with at least one insured day on any list
with insured as (
  select life_id, person_key, month, bool_or(is_synthetic) as is_synthetic
  from contribution_list_submitted_lines
  group by all
  having sum(days) > 0
),
month_start as (select jm, min(starts_on) as starts_on from model.segment group by jm)
select i.life_id, m.starts_on as booked_on, w.home_area as province, w.sex, w.education,
  model.origin(i.is_synthetic) as origin, 1 as insured, model.unit_key(i.person_key) as unit_key
from insured i
join month_start m on m.jm = i.month // 100 * 12 + i.month % 100 - 1
left join worker_registered w using (life_id, person_key)
