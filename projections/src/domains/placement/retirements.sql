-- one row per establishment and Jalali year: its newest forecast for that year, on the year's first day
with newest as (
  select version_id, establishment_id, jalali_year, max_by(headcount, model.order_key(effective_on, position)) as forecast,
    bool_or(is_synthetic) as is_synthetic
  from retirement_forecasted
  group by all
)
select n.version_id, (select min(starts_on) from model.segment g where g.jy = n.jalali_year) as posted_on,
  e.area as province, model.isic_section(e.isic4) as industry, e.organisation_id as organisation,
  model.origin(n.is_synthetic) as origin, n.forecast
from newest n {{lookup establishment_registered e}}
