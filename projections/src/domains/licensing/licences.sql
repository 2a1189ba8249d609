-- one row per licence and change of validity, and one per act on it; the end of a term is posted in advance
with issue as (
  select g.version_id, g.licence_id, g.application_id, g.effective_on, g.position, g.ends_on, g.is_synthetic, a.area, a.provider, coalesce(a.kind, 'NEW') as kind
  from licence_granted g {{lookup licence_applied a}}
  union all
  select g.version_id, g.licence_id, g.application_id, g.effective_on, g.position, null, g.is_synthetic, a.area, a.provider, coalesce(a.kind, 'NEW')
  from licence_auto_issued g {{lookup licence_applied a}}
),
-- a term lasts to its day or permanently; standing is whether the licence is valid within it
act as (
  select version_id, licence_id, effective_on as on_day, position, case when kind = 'NEW' then 'ISSUED' else 'RENEWED' end as act,
    coalesce(ends_on, model.open_end()) as term_on, null::varchar as standing, null::date as until
  from issue where kind in ('NEW', 'RENEWAL')
  union all
  select version_id, licence_id, effective_on, position, 'RENEWED', ends_on, null, null from licence_renewed
  union all
  select version_id, licence_id, effective_on + 1, position, 'EXPIRED', effective_on, null, null from licence_expired
  union all
  select version_id, licence_id, effective_on, position, 'SUSPENDED', null, 'SUSPENDED', coalesce(ends_on, model.open_end()) from licence_suspended
  union all
  select version_id, licence_id, effective_on, position, 'REINSTATED', null, 'VALID', date '1800-01-01' from licence_reinstated
  union all
  select version_id, licence_id, effective_on, position, 'REVOKED', null, 'REVOKED', model.open_end() from licence_revoked
),
-- what the passing of time does: the day after a term, and the day after a suspension
point as (
  from act
  union all
  select version_id, licence_id, term_on + 1, model.day_end_position(), null, null, null, null from act where term_on < model.open_end()
  union all
  select version_id, licence_id, until + 1, model.day_end_position(), null, null, null, null from act where standing = 'SUSPENDED' and until < model.open_end()
),
state as (
  select version_id, licence_id, on_day, position, last_value(term_on ignore nulls) over upto as term_on,
    last_value(standing ignore nulls) over upto as standing, last_value(until ignore nulls) over upto as until
  from point
  window upto as (partition by version_id, licence_id order by on_day, position)
),
day_end as (
  select *, (coalesce(term_on >= on_day, false) and (coalesce(standing, 'VALID') = 'VALID' or on_day > until) and standing is distinct from 'REVOKED')::integer as in_force
  from state
  qualify row_number() over (partition by version_id, licence_id, on_day order by position desc) = 1
),
moves as (
  select version_id, licence_id, on_day as posted_on, in_force - lag(in_force, 1, 0) over (partition by version_id, licence_id order by on_day) as change from day_end
),
posted as (
  select version_id, licence_id, posted_on, change as in_force, change as net_change, 0 as issued, 0 as renewed, 0 as revoked from moves where change <> 0
  union all
  select version_id, licence_id, on_day, 0, 0, (act = 'ISSUED')::integer, (act = 'RENEWED')::integer, (act = 'REVOKED')::integer
  from act where act in ('ISSUED', 'RENEWED', 'REVOKED')
),
origin as (
  select version_id, licence_id, max_by(area, position) as area, max_by(provider, position) as provider, bool_or(is_synthetic) as is_synthetic
  from issue group by all
)
select b.version_id, b.posted_on, o.area as province, o.provider, model.origin(coalesce(o.is_synthetic, false)) as origin,
  b.in_force, b.net_change, b.issued, b.renewed, b.revoked
from posted b left join origin o using (version_id, licence_id)
