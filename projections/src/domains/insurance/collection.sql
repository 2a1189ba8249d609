-- one row per contribution list, on the first day of its month: what is due on its wages
with amended as (
  select version_id, list_id, person_key, insurable_wage from contribution_list_amended_lines
  qualify rank() over (partition by version_id, list_id, person_key order by effective_on desc, position desc) = 1
),
-- an amendment states a person's lines again: the newest statement counts
valid_line as (
  select version_id, list_id, insurable_wage from contribution_list_submitted_lines anti join amended using (version_id, list_id, person_key)
  union all
  select version_id, list_id, insurable_wage from amended
),
wages as (select version_id, list_id, sum(insurable_wage) as wage from valid_line group by all),
month_start as (select jm, min(starts_on) as month_on from model.segment group by jm)
select l.version_id, m.month_on as posted_on, e.area as province, model.isic_section(e.isic4) as industry, model.origin(l.is_synthetic) as origin,
  1 as lists, (coalesce(w.wage, 0) * 30 / 100)::bigint as due
from contribution_list_submitted l
join month_start m on m.jm = l.month // 100 * 12 + l.month % 100 - 1
left join wages w using (version_id, list_id)
{{lookup establishment_registered e}}
