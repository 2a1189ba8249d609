-- one row per skill and competitor with a result, on the day of the result
with newest as (
  select version_id, competition_id, skill, competitor_key, max_by(medal, model.order_key(effective_on, position)) as medal,
    max(effective_on) as recorded_on, bool_or(is_synthetic) as is_synthetic
  from competition_result_recorded
  group by all
)
select n.version_id, n.recorded_on as posted_on, a.host as country, n.medal, model.origin(n.is_synthetic) as origin,
  1 as competitors, (n.medal in ('GOLD', 'SILVER', 'BRONZE'))::integer as medals
from newest n {{lookup competition_announced a}}
