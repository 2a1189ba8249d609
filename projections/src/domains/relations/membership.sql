-- one row per organisation and change of its reported membership: a report is valid until the next one or the organisation's last day
with report as (
  select version_id, organisation_id, effective_on as starts_on, bool_or(is_synthetic) as is_synthetic,
    max_by(members, position) as members, max_by(employee_members, position) as employee_members
  from membership_reported
  group by version_id, organisation_id, effective_on
),
spell as (
  select r.*, least(
      coalesce(lead(r.starts_on) over (partition by r.version_id, r.organisation_id order by r.starts_on), model.open_end() + 1) - 1,
      coalesce(d.effective_on, model.open_end())
    ) as ends_on
  from report r left join social_partner_dissolved d using (version_id, organisation_id)
),
moves as (
  select *, starts_on as posted_on, 1 as sign from spell where starts_on <= ends_on
  union all
  select *, ends_on + 1, -1 from spell where starts_on <= ends_on and ends_on < model.open_end()
),
activity as (
  select version_id, organisation_id, case when count(distinct model.isic_section(isic4)) = 1 then any_value(model.isic_section(isic4)) end as industry
  from social_partner_registered_isic4
  group by all
)
select m.version_id, m.posted_on, p.area as province, a.industry, p.party, p.kind as partner_kind,
  model.origin(m.is_synthetic) as origin, m.sign * m.members as members, m.sign * m.employee_members as employee_members
from moves m
{{lookup social_partner_registered p}}
left join activity a using (version_id, organisation_id)
