-- one row per basket item, province and Jalali month with a price: the base price with the bonus, and the current price
with month as (select jm, min(starts_on) as month_on, max(ends_on) as ends_on from model.segment group by jm),
observed as (
  select o.version_id, o.item, o.area, o.unit, m.jm, m.month_on, m.ends_on, avg(o.price) as price, bool_or(o.is_synthetic) as is_synthetic
  from basket_price_observed o join model.calendar_day d on d.day = o.effective_on join month m on m.jm = d.jm
  group by all
),
-- the plan in force at the month's end, where the item is in its basket
planned as (
  select o.*, p.position as plan_position, p.base_period, p.threshold, p.bonus
  from observed o join plan_parameters_set p on p.version_id = o.version_id and p.effective_on <= o.ends_on
  qualify row_number() over (partition by o.version_id, o.area, o.unit, o.jm order by p.effective_on desc, p.position desc) = 1
),
in_basket as (
  select p.* from planned p semi join plan_parameters_set_basket l on l.version_id = p.version_id and l.position = p.plan_position
),
priced as (
  select i.*, b.price as base_price
  from in_basket i join base_price_fixed b
    on b.version_id = i.version_id and b.base_period = i.base_period and b.unit = i.unit and b.effective_on <= i.ends_on
      and (b.ends_on is null or b.ends_on >= i.month_on)
  qualify row_number() over (partition by i.version_id, i.area, i.unit, i.jm order by b.effective_on desc, b.position desc) = 1
)
select version_id, month_on as posted_on, area as province, item as basket_item, model.origin(is_synthetic) as origin,
  round(base_price * (threshold + bonus)::double / threshold, 2)::decimal(18, 2) as value_kept, round(price, 2)::decimal(18, 2) as price_now
from priced
where threshold > 0 and base_price > 0 and price > 0 and base_price < 1e12 and price < 1e12 and bonus < threshold * 1000.0
