-- one row per contribution list whose deadline has passed, and per establishment and month without a list, on the due day
with assessed as (
  select a.version_id, a.establishment_id, a.month, a.due_on, a.is_on_time, a.is_synthetic, s.is_small_workshop
  from contribution_list_assessed a
  {{lookup contribution_list_submitted s}}
),
-- a list that came after its deadline is counted as itself
never_came as (
  select version_id, establishment_id, month, max(effective_on) as due_on, false as is_on_time,
    bool_or(is_synthetic) as is_synthetic, max_by(is_small_workshop, position) as is_small_workshop
  from contribution_list_missed anti join assessed using (version_id, establishment_id, month)
  group by all
),
due as (from assessed union all by name from never_came)
select d.version_id, d.due_on as posted_on, e.area as province, model.isic_section(e.isic4) as industry,
  case when d.is_small_workshop then 'EXEMPT' when not d.is_small_workshop then 'OTHER' end as workshop_size,
  model.origin(d.is_synthetic) as origin, 1 as due, d.is_on_time::integer as on_time
from due d
{{lookup establishment_registered e of d}}
