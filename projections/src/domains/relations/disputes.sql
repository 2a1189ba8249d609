-- one row per labour dispute on the day it was filed, and one on the day it ended without appeal; bin is the days between
with act as (
  select version_id, dispute_id, effective_on, position, outcome::varchar as outcome from dispute_conciliated where outcome <> 'NOT_SETTLED'
  union all
  select version_id, dispute_id, effective_on, position, outcome::varchar from dispute_decided
  union all
  select version_id, dispute_id, effective_on, position, 'APPEALED' from dispute_appealed
),
newest as (
  select version_id, dispute_id, max_by(outcome, model.order_key(effective_on, position)) as outcome, max(effective_on) as ended_on
  from act
  group by all
),
acts as (
  select f.version_id, f.dispute_id, f.effective_on as posted_on, -1 as bin, null as outcome, 1 as filed, 0 as closed from dispute_filed f
  union all
  select f.version_id, f.dispute_id, n.ended_on, greatest(n.ended_on - f.effective_on, 0), n.outcome, 0, 1
  from dispute_filed f join newest n using (version_id, dispute_id)
  where n.outcome <> 'APPEALED'
)
select a.version_id, a.posted_on, a.bin::integer as bin, f.area as province, model.isic_section(e.isic4) as industry,
  f.kind as dispute_kind, f.subject as dispute_subject, a.outcome as dispute_outcome, model.origin(f.is_synthetic) as origin, a.filed, a.closed
from acts a
join dispute_filed f using (version_id, dispute_id)
{{lookup establishment_registered e}}
