-- one row per term of a collective agreement and change of state: + where the term begins, - on the day after it ends
with opened as (
  select version_id, agreement_id, effective_on as starts_on, position, employees, ends_on, is_synthetic from collective_agreement_signed
  union all
  select version_id, agreement_id, effective_on, position, employees, ends_on, is_synthetic from collective_agreement_renewed
),
-- of two terms that begin on one day the last recorded counts
term as (
  select * from opened qualify row_number() over (partition by version_id, agreement_id, starts_on order by position desc) = 1
),
-- a term ends with its last day, before the next begins, or when the agreement lapses
spell as (
  select t.*, least(
      coalesce(t.ends_on, model.open_end()),
      coalesce(lead(t.starts_on) over (partition by t.version_id, t.agreement_id order by t.starts_on), model.open_end() + 1) - 1,
      case when l.effective_on >= t.starts_on then l.effective_on else model.open_end() end
    ) as last_on
  from term t left join collective_agreement_lapsed l using (version_id, agreement_id)
),
moves as (
  select *, starts_on as posted_on, 1 as sign from spell where starts_on <= last_on
  union all
  select *, last_on + 1, -1 from spell where starts_on <= last_on and last_on < model.open_end()
)
select m.version_id, m.posted_on, s.area as province, model.isic_section(s.isic4) as industry, s.level,
  model.origin(m.is_synthetic) as origin, m.sign as agreements, m.sign * m.employees as covered_employees
from moves m left join collective_agreement_signed s using (version_id, agreement_id)
