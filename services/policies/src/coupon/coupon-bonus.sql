-- one row per household and cycle of the plan whose purchases reached the threshold
plan as (
  select plan_version, effective_on as valid_from, threshold, bonus, basis::varchar = 'PERSON' as is_per_person,
    case when cycle::varchar = 'QUARTER' then 3 else 1 end as months
  from plan_parameters_set
  -- of plans with the same start the last recorded one applies
  qualify row_number() over (partition by effective_on order by position desc) = 1
),
assigned as (
  select household_id, effective_on as valid_from, arg_max(decile, position) as decile
  from decile_assigned group by household_id, effective_on
),
eligible as (
  select b.*, d.jm, plan.*
  from bought b
  join model.calendar_day d on d.day = b.effective_on
  asof join plan on b.effective_on >= plan.valid_from
  asof join assigned a on a.household_id = b.household_id and b.effective_on >= a.valid_from
  where (plan.plan_version, a.decile) in (select (plan_version, decile) from plan_parameters_set_deciles)
    and (plan.plan_version, b.item) in (select (plan_version, value) from plan_parameters_set_basket)
),
-- a purchase that was reversed completely does not count
purchase as (
  select household_id, jm, months, purchase_id, effective_on, position, event_id, is_synthetic, plan_version, threshold, bonus,
    is_per_person, greatest(sum(from_coupon), 0) as own_subsidy
  from eligible group by all
  having sum(from_coupon) > 0 or min(from_coupon) = 0
),
membership as (
  select household_id, head_key as person, effective_on as from_on, position, true as is_member from household_registered
  union all
  select household_id, member_key, effective_on, position, true from household_registered_member_refs
  union all
  select household_id, member_key, effective_on, position, true from household_member_joined
  union all
  select household_id, member_key, effective_on + 1, position, false from household_member_left
),
-- per person: threshold and bonus times the number of members on the day of the purchase
counted as (
  select p.*, case when p.is_per_person then coalesce(m.persons, 0) else 1 end as times
  from purchase p
  left join (
    select purchase_id, count(*) filter (is_member) as persons
    from (
      select p.purchase_id, m.person, arg_max(m.is_member, {day: m.from_on, position: m.position}) as is_member
      from purchase p join membership m on m.household_id = p.household_id and m.from_on <= p.effective_on
      where p.is_per_person group by all
    )
    group by purchase_id
  ) m using (purchase_id)
),
running as (
  select *, sum(own_subsidy) over so_far as total, list(purchase_id::varchar) over so_far as purchase_ids,
    bool_or(is_synthetic) over so_far as is_any_synthetic
  from counted
  window so_far as (partition by household_id, months, jm // months order by effective_on, position rows unbounded preceding)
),
reached as (
  from running
  where times > 0 and total >= threshold * times and effective_on <= (select today from today)
  qualify row_number() over (partition by household_id, months, jm // months order by effective_on, position) = 1
)
-- if a monthly plan follows a quarterly one within a month, that month has one bonus
select household_id, (jm // 12 * 100 + jm % 12 + 1)::integer as month, effective_on, event_id as caused_by,
  is_any_synthetic as is_synthetic, (bonus * times)::bigint as amount, plan_version, purchase_ids::uuid[] as purchase_ids
from reached
qualify row_number() over (partition by household_id, jm order by effective_on, position) = 1
