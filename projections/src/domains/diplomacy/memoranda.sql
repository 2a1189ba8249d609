-- one row per memorandum, partner country and change of state: +1 where it is signed, -1 on the day after its last
with term as (
  select version_id, memorandum_id, effective_on, position, ends_on from memorandum_signed
  union all
  select version_id, memorandum_id, effective_on, position, ends_on from memorandum_amended where ends_on is not null
),
newest as (
  select version_id, memorandum_id, arg_max_null(ends_on, model.order_key(effective_on, position)) as ends_on from term group by all
),
spell as (
  select s.version_id, s.memorandum_id, s.effective_on as starts_on, s.is_synthetic,
    least(coalesce(n.ends_on, model.open_end()), coalesce(l.effective_on, model.open_end())) as ends_on
  from memorandum_signed s
  left join newest n using (version_id, memorandum_id)
  left join memorandum_lapsed l using (version_id, memorandum_id)
),
-- a memorandum among parties of Iran alone is one with Iran
partner as (
  select distinct version_id, memorandum_id, country
  from memorandum_signed_parties
  qualify country <> 'IRN' or bool_and(country = 'IRN') over (partition by version_id, memorandum_id)
),
moves as (
  select *, starts_on as posted_on, 1 as memoranda from spell where starts_on <= ends_on
  union all
  select *, ends_on + 1, -1 from spell where starts_on <= ends_on and ends_on < model.open_end()
)
select m.version_id, m.posted_on, p.country, model.origin(m.is_synthetic) as origin, m.memoranda
from moves m join partner p using (version_id, memorandum_id)
