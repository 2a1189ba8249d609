-- one row per bonus that was not completely spent on the basket when its month, or the quarter of a quarterly plan, ended
granted as (
  select b.household_id, b.month, b.amount, b.plan_version, b.effective_on as granted_on, b.event_id, b.is_synthetic,
    b.month // 100 * 12 + b.month % 100 - 1 as jm, p.cycle::varchar = 'QUARTER' as is_by_quarter
  from bonus_granted b left join plan_parameters_set p using (plan_version)
),
bonus as (
  select g.*, m.expires_on
  from granted g
  join (select jm, max(ends_on) as expires_on from model.segment group by jm) m
    on m.jm = case when g.is_by_quarter then g.jm // 3 * 3 + 2 else g.jm end
),
spent as (
  select b.household_id, b.month, sum(p.from_bonus) as amount
  from bonus b
  join bought p on p.household_id = b.household_id and p.effective_on between b.granted_on and b.expires_on
  where (b.plan_version, p.item) in (select (plan_version, value) from plan_parameters_set_basket)
  group by b.household_id, b.month
)
select b.household_id, b.month, b.expires_on as effective_on, b.event_id as caused_by, b.is_synthetic,
  least(b.amount, b.amount - coalesce(s.amount, 0))::bigint as amount
from bonus b
left join spent s using (household_id, month)
where b.expires_on < (select today from today) and b.amount > coalesce(s.amount, 0)
