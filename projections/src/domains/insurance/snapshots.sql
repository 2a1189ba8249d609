-- one row per insurer and change of what it reports: a snapshot is valid from its day to the next one
with snapshot as (
  select version_id, organisation_id, effective_on, bool_or(is_synthetic) as is_synthetic,
    max_by(main_insured, position) as main_insured, max_by(dependants, position) as dependants,
    max_by(pensioners, position) as pensioners, max_by(pension_dependants, position) as pension_dependants
  from coverage_snapshot_reported
  group by version_id, organisation_id, effective_on
),
spell as (
  select *, lead(effective_on) over (partition by version_id, organisation_id order by effective_on) as next_on from snapshot
),
moves as (
  select *, effective_on as posted_on, 1 as sign from spell
  union all
  select *, next_on, -1 from spell where next_on is not null
)
select version_id, posted_on, organisation_id as organisation, model.origin(is_synthetic) as origin,
  sign * main_insured as main_insured, sign * dependants as dependants, sign * pensioners as pensioners,
  sign * pension_dependants as pension_dependants,
  sign * (main_insured::bigint + dependants + pensioners + pension_dependants) as covered
from moves
