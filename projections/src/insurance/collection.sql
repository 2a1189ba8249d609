-- one row per contribution list, on the first day of its month: what is due on its wages
with line as (
  select life_id, list_id, person_key, effective_on, position, 0 as is_amended, insurable_wage from contribution_list_submitted_lines
  union all
  select life_id, list_id, person_key, effective_on, position, 1, insurable_wage from contribution_list_amended_lines
),
stated as (
  select life_id, list_id, person_key, is_amended, effective_on, position, sum(insurable_wage) as wage from line group by all
),
-- an amendment states a person's lines anew: the newest statement stands
standing as (
  select life_id, list_id, wage from stated
  qualify row_number() over (partition by life_id, list_id, person_key order by is_amended desc, effective_on desc, position desc) = 1
),
wages as (select life_id, list_id, sum(wage) as wage from standing group by all),
month_start as (select jm, min(starts_on) as month_on from model.segment group by jm)
select l.life_id, m.month_on as booked_on, e.area as province, model.isic_section(e.isic4) as industry, model.origin(l.is_synthetic) as origin,
  1 as lists, (coalesce(w.wage, 0) * 30 / 100)::bigint as due
from contribution_list_submitted l
join month_start m on m.jm = l.month // 100 * 12 + l.month % 100 - 1
left join wages w using (life_id, list_id)
left join establishment_registered e using (life_id, establishment_id)
