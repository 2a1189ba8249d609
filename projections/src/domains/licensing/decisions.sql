-- one row per application on the day it was filed, and one on the day of its first decision; bin is the calendar days between, -1 where unknown
with decision as (
  select version_id, application_id, effective_on, position, is_synthetic, 'GRANTED' as decision from licence_granted
  union all
  select version_id, application_id, effective_on, position, is_synthetic, 'REFUSED' from licence_refused
  union all
  select version_id, application_id, effective_on, position, is_synthetic, 'AUTOMATIC' from licence_auto_issued
),
first_decision as (
  select * from decision
  qualify row_number() over (partition by version_id, application_id order by effective_on, position) = 1
),
acts as (
  select version_id, application_id, effective_on as posted_on, -1 as bin, null as decision, is_synthetic, 1 as applications, 0 as decided
  from licence_applied
  union all
  select d.version_id, d.application_id, d.effective_on, coalesce(greatest(d.effective_on - a.effective_on, 0), -1), d.decision, d.is_synthetic, 0, 1
  from first_decision d left join licence_applied a using (version_id, application_id)
)
select t.version_id, t.posted_on, t.bin::integer as bin, a.area as province, a.provider, a.kind as licence_kind, t.decision as licence_decision,
  model.origin(t.is_synthetic) as origin, t.applications, t.decided
from acts t left join licence_applied a using (version_id, application_id)
