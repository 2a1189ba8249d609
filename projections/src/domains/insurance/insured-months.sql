-- one row per person and Jalali month with at least one insured day on any list, in the industry of the line with the most days
with amended as (
  select a.version_id, a.person_key, a.list_id, a.month, l.establishment_id, a.position, a.days, a.is_synthetic
  from contribution_list_amended_lines a join contribution_list_submitted l using (version_id, list_id, month)
  qualify rank() over (partition by a.version_id, a.person_key, a.list_id, a.month order by a.effective_on desc, a.position desc) = 1
),
-- an amendment states a person's lines of a list again: the newest statement counts
valid_line as (
  select version_id, person_key, month, establishment_id, position, days, is_synthetic
  from contribution_list_submitted_lines anti join amended using (version_id, person_key, list_id, month)
  union all
  select version_id, person_key, month, establishment_id, position, days, is_synthetic from amended
),
insured as (
  select version_id, person_key, month, bool_or(is_synthetic) as is_synthetic,
    max_by(establishment_id, model.amount_key(days, position)) as establishment_id
  from valid_line where days > 0 group by version_id, person_key, month
),
month_start as (select jm, min(starts_on) as starts_on from model.segment group by jm)
select i.version_id, m.starts_on as posted_on, w.home_area as province, w.sex, w.education, model.isic_section(e.isic4) as industry,
  model.origin(i.is_synthetic) as origin, 1 as insured, model.unit_key(i.person_key) as unit_key
from insured i
join month_start m on m.jm = i.month // 100 * 12 + i.month % 100 - 1
{{lookup establishment_registered e}}
{{lookup worker_registered w}}
