-- one row per person and run of Jalali months with employment: +1 in its first month, -1 in the month after its last
with spell as (
  select s.version_id, s.person_key, s.spell_id, s.position, s.establishment_id, s.is_synthetic,
    s.effective_on as starts_on, coalesce(min(e.effective_on), model.open_end()) as ends_on
  from employment_started s left join employment_ended e using (version_id, spell_id)
  group by all
),
months as (
  select s.*, f.month_on as from_month, l.next_month_on as next_month
  from spell s
  join model.calendar_day f on f.day = s.starts_on
  join model.calendar_day l on l.day = s.ends_on
  where s.starts_on <= s.ends_on
),
trimmed as (
  select *, greatest(from_month, coalesce(max(next_month) over earlier, from_month)) as counts_from
  from months
  window earlier as (partition by version_id order by starts_on, position rows between unbounded preceding and 1 preceding)
),
moves as (
  select *, counts_from as posted_on, 1 as employed_in_month from trimmed where counts_from < next_month
  union all
  select *, next_month, -1 from trimmed where counts_from < next_month and ends_on < model.open_end()
)
select m.version_id, m.posted_on, w.home_area as province, w.sex, w.education, model.isic_section(e.isic4) as industry,
  model.origin(m.is_synthetic) as origin, m.employed_in_month, model.unit_key(m.person_key) as unit_key
from moves m
{{lookup establishment_registered e}}
{{lookup worker_registered w}}
