-- one row per skill and competitor with a result, on the day of the result
with newest as (
  select life_id, competition_id, skill, competitor_key, max_by(medal, model.moment(effective_on, position)) as medal,
    max(effective_on) as recorded_on, bool_or(is_synthetic) as is_synthetic
  from competition_result_recorded
  group by all
)
select n.life_id, n.recorded_on as booked_on, a.host as country, n.medal, model.origin(n.is_synthetic) as origin,
  1 as competitors, (n.medal in ('GOLD', 'SILVER', 'BRONZE'))::integer as medals
from newest n left join competition_announced a using (life_id, competition_id)
