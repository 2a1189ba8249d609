-- one row per finding on the current figures
with figure as (
  select f.inconsistency_id, bool_or(r.is_synthetic) as is_synthetic, max_by(r.event_id, r.position) as event_id
  from (select inconsistency_id, unnest(figure_ids) as figure_id from finding) f
  join figure_reported r using (figure_id)
  group by all
)
select f.inconsistency_id, greatest(f.figures_known_on, r.known_on, z.known_on) as effective_on,
  coalesce(r.event_id, z.event_id, g.event_id) as caused_by,
  coalesce(g.is_synthetic, false) or coalesce(r.is_synthetic, false) or coalesce(z.is_synthetic, false) as is_synthetic,
  f.relation_id, f.gap, f.gap_percent, f.severity, f.reason
from finding f
left join figure g using (inconsistency_id)
left join figure_relation_declared r on r.relation_id = f.relation_id and len(f.figure_ids) > 1
left join forecast_falsified z on z.figure_id = f.relation_id and f.reason = 'FORECAST_FALSIFIED'
