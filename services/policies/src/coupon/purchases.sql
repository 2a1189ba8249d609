-- one row per line of each purchase, and one row with negative amounts per line that was given back
with kept as (
  select household_id, purchase_id, store_id, effective_on, position, event_id, is_synthetic,
    item, unit, quantity, amount, from_coupon, from_bonus, state_compensation
  from coupon_purchase_made_lines
  where purchase_id not in (
    select purchase_id from coupon_purchase_reversed
    where position not in (select position from coupon_purchase_reversed_lines)
  )
),
bought as (
  from kept
  union all by name
  select k.*, r.item, r.unit, -r.quantity as quantity, -r.amount as amount, -r.from_coupon as from_coupon,
    -r.from_bonus as from_bonus, -r.state_compensation as state_compensation
  from coupon_purchase_reversed_lines r
  join (select distinct household_id, purchase_id, store_id, effective_on, position, event_id, is_synthetic from kept) k
    using (purchase_id)
)
