-- one row per bonus that was not wholly spent on the basket when its month ended
with bonus as (
  select b.household_id, b.month, b.amount, b.plan_version, b.effective_on as granted_on, b.event_id, b.is_synthetic,
    m.expires_on
  from bonus_granted b
  join (select jm, max(ends_on) as expires_on from model.segment group by jm) m
    on m.jm = b.month // 100 * 12 + b.month % 100 - 1
),
spent as (
  select b.household_id, b.month, sum(p.from_bonus) as amount
  from bonus b
  join coupon_purchase_made_lines p on p.household_id = b.household_id
    and p.effective_on between b.granted_on and b.expires_on
  join plan_parameters_set_basket i on i.plan_version = b.plan_version and i.value = p.item
  where p.purchase_id not in (select purchase_id from coupon_purchase_reversed)
  group by b.household_id, b.month
)
select b.household_id, b.month, b.expires_on as effective_on, b.event_id as caused_by, b.is_synthetic,
  (b.amount - coalesce(s.amount, 0))::bigint as amount
from bonus b
left join spent s using (household_id, month)
where b.expires_on < (select today from today) and b.amount > coalesce(s.amount, 0)
