-- one row per person and change of state: +1 where effective protection begins, -1 on the day after it ends
with month as (select jm, min(starts_on) as from_on, max(ends_on) as to_on from model.segment group by jm),
insured as (
  select life_id, person_key, month, bool_or(is_synthetic) as is_synthetic
  from contribution_list_submitted_lines
  group by all
  having sum(days) > 0
),
-- a contributor is protected for the month; a beneficiary while the benefit runs
spell as (
  select i.life_id, i.person_key, i.is_synthetic, m.from_on as starts_on, m.to_on as ends_on
  from insured i join month m on m.jm = i.month // 100 * 12 + i.month % 100 - 1
  union all
  select b.life_id, b.person_key, b.is_synthetic, b.effective_on,
    least(coalesce(b.ends_on, date '2121-01-01'), coalesce(e.effective_on, date '2121-01-01'))
  from benefit_awarded b left join benefit_ended e using (life_id, benefit_id)
),
trimmed as (
  select *, greatest(starts_on, coalesce(max(ends_on) over earlier + 1, starts_on)) as from_on
  from spell where starts_on <= ends_on
  window earlier as (partition by life_id order by starts_on, ends_on, is_synthetic rows between unbounded preceding and 1 preceding)
),
moves as (
  select *, from_on as booked_on, 1 as protected from trimmed where from_on <= ends_on
  union all
  select *, ends_on + 1, -1 from trimmed where from_on <= ends_on and ends_on < date '2121-01-01'
)
select m.life_id, m.booked_on, coalesce(w.birth_year, 0) as birth_year, w.home_area as province, w.sex,
  model.origin(m.is_synthetic) as origin, m.protected, model.unit_key(m.person_key) as unit_key
from moves m left join worker_registered w using (life_id, person_key)
