-- one row per household and Jalali month for which it was granted the bonus, with the decile that it had at the month's end
with granted as (
  select version_id, household_id, month // 100 * 12 + month % 100 - 1 as jm, max_by(amount, model.order_key(effective_on, position)) as amount,
    bool_or(is_synthetic) as is_synthetic
  from bonus_granted
  group by all
),
month as (select jm, min(starts_on) as month_on, max(ends_on) as ends_on from model.segment group by jm),
dated as (
  select g.*, m.month_on, max_by(d.decile, model.order_key(d.effective_on, d.position)) as decile
  from granted g
  join month m using (jm)
  left join decile_assigned d on d.version_id = g.version_id and d.household_id = g.household_id and d.effective_on <= m.ends_on
  group by all
)
select d.version_id, d.month_on as posted_on, h.area as province, d.decile, model.origin(d.is_synthetic) as origin, 1 as households, d.amount,
  model.unit_key(md5_number_lower(d.household_id::varchar)) as unit_key
from dated d {{lookup household_registered h}}
