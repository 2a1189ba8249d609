-- one row per person observed in a wave, on the last day of the reference week, with the weight as given, and one with what the last calibration adds to it
with told as (
  from labour_status_observed
  qualify row_number() over (partition by version_id, survey_id, wave, unit_id order by position desc) = 1
),
told_in_wave as (
  from observed_in_wave
  qualify row_number() over (partition by version_id, survey_id, wave, unit_id order by position desc) = 1
),
benchmark as (
  select version_id, survey_id, wave, max_by(population, model.order_key(effective_on, position)) as population
  from survey_weights_calibrated group by all
),
-- calibrated, the weights of a wave add up to the population of its benchmark
factor as (
  select version_id, survey_id, wave, any_value(b.population) / nullif(sum(o.weight::decimal(18,4))::double, 0) as calibrated
  from told_in_wave o join benchmark b using (version_id, survey_id, wave) group by all
),
observed as (
  select *, weight::decimal(18,2) as w, 1 as n from told
  union all
  select o.*, (o.weight::decimal(18,4)::double * f.calibrated)::decimal(18,2) - o.weight::decimal(18,2), 0
  from told_in_wave o join factor f using (version_id, survey_id, wave) where f.calibrated is not null
),
weighed as (
  select *, age >= 15 as is_of_working_age, age between 15 and 24 as is_young,
    status = 'EMPLOYED' and age >= 15 as is_employed, status = 'UNEMPLOYED' and age >= 15 as is_unemployed
  from observed
)
select version_id, effective_on as posted_on, area as province, sex,
  model.age_group(effective_on, year(effective_on) - age) as age, education, model.isic_section(isic4) as industry, survey_id as survey,
  model.origin(is_synthetic) as origin,
  if(is_of_working_age, w, 0) as working_age, if(is_of_working_age, n, 0) as working_age_n,
  if(is_employed or is_unemployed, w, 0) as labour_force, if(is_employed or is_unemployed, n, 0) as labour_force_n,
  if(is_employed, w, 0) as employed, if(is_employed, n, 0) as employed_n,
  if(is_unemployed, w, 0) as unemployed,
  -- 44 hours are the full working week of the Labour Code and of the national survey
  if(is_employed and coalesce(hours_actual < 44, false) and wants_more_hours and is_available_for_more, w, 0) as underemployed,
  if(is_young, w, 0) as youth, if(is_young, n, 0) as youth_n,
  if(is_young and status <> 'EMPLOYED' and not is_in_education, w, 0) as neet,
  if(is_employed and is_informal is not null, w, 0) as formality_known, if(is_employed and is_informal is not null, n, 0) as formality_known_n,
  if(is_employed and coalesce(is_informal, false), w, 0) as informal
from weighed
