-- one row per household and Jalali month whose purchases reached the threshold of the plan
with plan as (
  select plan_version, effective_on as valid_from, threshold, bonus,
    basis::varchar = 'HOUSEHOLD' and cycle::varchar = 'MONTH' as is_understood
  from plan_parameters_set
),
assigned as (
  select household_id, effective_on as valid_from, arg_max(decile, position) as decile
  from decile_assigned group by household_id, effective_on
),
bought as (
  select p.household_id, p.purchase_id, p.effective_on, p.position, p.event_id, p.is_synthetic, p.item,
    p.from_coupon, d.jm, plan.plan_version, plan.threshold, plan.bonus, plan.is_understood
  from coupon_purchase_made_lines p
  join model.calendar_day d on d.day = p.effective_on
  asof join plan on p.effective_on >= plan.valid_from
  where p.purchase_id not in (select purchase_id from coupon_purchase_reversed)
),
eligible as (
  select b.* from bought b
  asof join assigned a on a.household_id = b.household_id and b.effective_on >= a.valid_from
  join plan_parameters_set_deciles t on t.plan_version = b.plan_version and t.decile = a.decile
  join plan_parameters_set_basket i on i.plan_version = b.plan_version and i.value = b.item
  where b.is_understood
),
purchase as (
  select household_id, jm, purchase_id, effective_on, position, event_id, is_synthetic, plan_version, threshold, bonus,
    sum(from_coupon) as own_subsidy
  from eligible group by all
),
running as (
  select *, sum(own_subsidy) over so_far as total, list(purchase_id::varchar) over so_far as purchase_ids,
    bool_or(is_synthetic) over so_far as is_any_synthetic
  from purchase
  window so_far as (partition by household_id, jm order by effective_on, position rows unbounded preceding)
)
select household_id, (jm // 12 * 100 + jm % 12 + 1)::integer as month, effective_on, event_id as caused_by,
  is_any_synthetic as is_synthetic, bonus as amount, plan_version, purchase_ids::uuid[] as purchase_ids
from running
where total >= threshold and effective_on <= (select today from today)
qualify row_number() over (partition by household_id, jm order by effective_on, position) = 1
