-- one row per change of state: +1 where effective protection begins, -1 on the day after it ends
with month as (select jm, min(starts_on) as from_on, max(ends_on) as to_on from model.segment group by jm),
submitted as (
  from (select *, false as has_benefits from contribution_list_submitted_lines)
  union all by name
  from (select *, true as has_benefits from months_of_beneficiary)
),
amended as (
  from (
    from (select *, false as has_benefits from contribution_list_amended_lines)
    union all by name
    from (select *, true as has_benefits from amendments_of_beneficiary)
  )
  qualify rank() over (partition by version_id, person_key, list_id, month order by effective_on desc, position desc) = 1
),
-- an amendment states a person's lines of a list again: the newest statement counts
line as (
  select version_id, person_key, month, days, is_synthetic, has_benefits
  from submitted anti join amended using (version_id, person_key, list_id, month)
  union all
  select version_id, person_key, month, days, is_synthetic, has_benefits from amended
),
contributed as (
  select i.*, m.from_on, m.to_on
  from (
    select version_id, person_key, month, has_benefits, bool_or(is_synthetic) as is_synthetic
    from line where days > 0 group by all
  ) i join month m on m.jm = i.month // 100 * 12 + i.month % 100 - 1
),
-- a contributor is protected for the month; a beneficiary while the benefit runs, outside the months of contributions
benefit as (
  select b.version_id, b.person_key, b.is_synthetic, b.effective_on as starts_on,
    least(coalesce(b.ends_on, model.open_end()), coalesce(e.effective_on, model.open_end())) as to_on
  from benefit_awarded b left join benefit_ended e using (version_id, benefit_id)
),
spell as (
  select *, greatest(starts_on, coalesce(max(to_on) over earlier + 1, starts_on)) as from_on
  from benefit where starts_on <= to_on
  window earlier as (partition by version_id order by starts_on, to_on, is_synthetic rows between unbounded preceding and 1 preceding)
),
stretch as (
  select version_id, person_key, is_synthetic, from_on, to_on, 1 as protected from contributed where not has_benefits
  union all
  select version_id, person_key, is_synthetic, from_on, to_on, 1 from spell where from_on <= to_on
  union all
  select s.version_id, s.person_key, s.is_synthetic, greatest(s.from_on, c.from_on), least(s.to_on, c.to_on), -1
  from spell s join contributed c on c.version_id = s.version_id and c.has_benefits and c.from_on <= s.to_on and c.to_on >= s.from_on
  where s.from_on <= s.to_on
),
moves as (
  select *, from_on as posted_on from stretch
  union all
  select * replace (-protected as protected), to_on + 1 from stretch where to_on < model.open_end()
)
select m.version_id, m.posted_on, coalesce(w.birth_year, 0) as birth_year, w.home_area as province, w.sex,
  model.origin(m.is_synthetic) as origin, m.protected, model.unit_key(m.person_key) as unit_key
from moves m {{lookup worker_registered w}}
