-- one row per purchase for which a store claimed more from the state than prices rose since the base period
claim as (
  select purchase_id, store_id, effective_on, event_id, is_synthetic, item, unit,
    sum(quantity) as quantity, sum(amount) as amount, sum(state_compensation) as claimed,
    count(*) as lines
  from bought group by all
  having sum(state_compensation) > 0
),
plan as (
  select plan_version, base_period, effective_on as valid_from from plan_parameters_set
  -- of plans with the same start the last recorded one applies
  qualify row_number() over (partition by effective_on order by position desc) = 1
),
-- null if the base price of a basket item was never fixed: then the amount due is unknown
priced as (
  select c.*, plan.plan_version,
    (plan.plan_version, c.item) in (select (plan_version, value) from plan_parameters_set_basket) as is_in_basket,
    arg_max(p.price, {day: p.effective_on, position: p.position}) as base_price
  from claim c
  asof join plan on c.effective_on >= plan.valid_from
  left join base_price_fixed p on p.item = c.item and p.unit = c.unit and p.base_period = plan.base_period
    and c.effective_on between p.effective_on and coalesce(p.ends_on, c.effective_on)
  group by all
),
compared as (
  select *, case when is_in_basket then greatest(amount - quantity * base_price, 0) else 0 end as due,
    -- quantities have two decimals, so the price of a hundredth is tolerated for each line
    case when is_in_basket then lines * base_price / 100 else 0 end as tolerance
  from priced
)
select purchase_id, effective_on, event_id as caused_by, is_synthetic, store_id, plan_version,
  sum(claimed)::bigint as claimed, sum(round(due))::bigint as due
from compared
where claimed > due + tolerance
group by all
