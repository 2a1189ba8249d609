-- one row per contribution list whose deadline has passed, on the day on which it was due
select a.life_id, a.due_on as booked_on, e.area as province, model.isic_section(e.isic4) as industry,
  case when s.is_small_workshop then 'EXEMPT' when not s.is_small_workshop then 'OTHER' end as workshop_size,
  model.origin(a.is_synthetic) as origin, 1 as due, a.is_on_time::integer as on_time
from contribution_list_assessed a
left join contribution_list_submitted s using (life_id, list_id)
left join establishment_registered e on e.life_id = a.life_id and e.establishment_id = a.establishment_id
