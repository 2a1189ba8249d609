-- one row per person observed in a wave, on the last day of the reference week, with the weight as last calibrated
with observed as (
  select *, survey_id || '/' || wave as wave_of, weight::decimal(18,4) as raw_weight
  from labour_status_observed
  qualify row_number() over (partition by life_id, survey_id, wave, unit_id order by position desc) = 1
),
benchmark as (
  select life_id, survey_id || '/' || wave as wave_of, max_by(population, model.moment(effective_on, position)) as population
  from survey_weights_calibrated group by all
),
total as (select life_id, wave_of, sum(raw_weight)::double as raw_total from observed group by all),
-- calibrated, the weights of a wave add up to the population of its benchmark
weighed as (
  select o.*, (o.raw_weight::double * coalesce(b.population / nullif(t.raw_total, 0), 1))::decimal(18,2) as w,
    o.age >= 15 as is_of_working_age, o.age between 15 and 24 as is_young,
    o.status = 'EMPLOYED' and o.age >= 15 as is_employed, o.status = 'UNEMPLOYED' and o.age >= 15 as is_unemployed
  from observed o join total t using (life_id, wave_of) left join benchmark b using (life_id, wave_of)
)
select life_id, effective_on as booked_on, area as province, sex,
  model.age_group(effective_on, year(effective_on) - age) as age, education, model.isic_section(isic4) as industry,
  model.origin(is_synthetic) as origin,
  if(is_of_working_age, w, 0) as working_age, is_of_working_age::integer as working_age_n,
  if(is_employed or is_unemployed, w, 0) as labour_force, (is_employed or is_unemployed)::integer as labour_force_n,
  if(is_employed, w, 0) as employed, is_employed::integer as employed_n,
  if(is_unemployed, w, 0) as unemployed,
  -- 44 hours are the full working week of the Labour Code and of the national survey
  if(is_employed and coalesce(hours_actual < 44, false) and wants_more_hours and is_available_for_more, w, 0) as underemployed,
  if(is_young, w, 0) as youth, is_young::integer as youth_n,
  if(is_young and status <> 'EMPLOYED' and not is_in_education, w, 0) as neet,
  if(is_employed and is_informal is not null, w, 0) as formality_known, (is_employed and is_informal is not null)::integer as formality_known_n,
  if(is_employed and coalesce(is_informal, false), w, 0) as informal
from weighed
