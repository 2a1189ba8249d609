-- one row per country and year of the official series that rates use, with their newest vintages; simulated series separately
with spoken as (
  -- nothing simulated is read together with what was recorded: neither in the population, nor in output or employment, which are divided
  select * from observation_imported
  qualify not is_synthetic or bool_and(is_synthetic) over (partition by version_id, series = 'SP.POP.TOTL')
),
figure as (
  select version_id, ref_area, effective_on, series, max_by(value, (vintage_on, position)) as value, bool_or(is_synthetic) as is_synthetic
  from spoken
  where frequency = 'A' and coalesce(sex, 'SEX_T') in ('SEX_T', '_T') and coalesce(classif, '_T') in ('_T', 'STE_ICSE93_TOTAL') and coalesce(age, '_T') = '_T'
  group by version_id, ref_area, effective_on, series
),
year as (
  select version_id, ref_area, effective_on, is_synthetic,
    any_value(value) filter (where series = 'SP.POP.TOTL') as population,
    any_value(value) filter (where series = 'NY.GDP.MKTP.KD') as output,
    any_value(value) filter (where series = 'EMP_2EMP_SEX_STE_NB_A') * 1000 as employed
  from figure where value between 0 and 1e15
  group by version_id, ref_area, effective_on, is_synthetic
)
-- output and employment count together or not at all: a missing one is no zero
select version_id, effective_on as posted_on, ref_area as country, model.origin(is_synthetic) as origin,
  coalesce(round(population), 0)::bigint as population,
  case when employed > 0 then coalesce(round(output), 0) else 0 end::bigint as output,
  case when output is not null then coalesce(round(employed), 0) else 0 end::bigint as employed
from year
