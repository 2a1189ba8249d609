-- one row per figure of an official series and vintage with that figure, in the segment of the figure's period; bin is the days from the period's end to its first publication, -1 for a restatement
with spoken as (
  -- a line that is recorded takes the place of all that is simulated of the series
  select * from observation_imported qualify not is_synthetic or bool_and(is_synthetic) over (partition by version_id)
),
stated as (
  select version_id, series, ref_area, frequency, sex, age, classif, effective_on, vintage_on, max_by(value, position) as value, bool_or(is_synthetic) as is_synthetic
  from spoken
  where value is not null
  group by version_id, series, ref_area, frequency, sex, age, classif, effective_on, vintage_on
),
dated as (
  select *, row_number() over figure_vintages as nth, lag(value) over figure_vintages as earlier,
    min(vintage_on) over (partition by version_id, series, ref_area, frequency, sex, age, classif) as line_since
  from stated
  window figure_vintages as (partition by version_id, series, ref_area, frequency, sex, age, classif, effective_on order by vintage_on)
)
-- of the first vintage that was imported nobody knows whether it was the first to be published
select version_id, effective_on as posted_on, case when nth = 1 then greatest(vintage_on - effective_on, 0) else -1 end::integer as bin,
  series, ref_area as country, model.origin(is_synthetic) as origin,
  (nth = 1)::integer as published, (nth > 1)::integer as restated,
  case when nth > 1 then least(round(abs(value - earlier), 2), 1e13) else 0 end::decimal(18, 2) as absolute_change
from dated
where nth > 1 or vintage_on > line_since
