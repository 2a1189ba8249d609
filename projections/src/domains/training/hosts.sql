-- one row per trainee in a host unit, and per host unit with trainees, at each change of state: +1 where it begins, -1 on the day after it ends
with stay as (
  select a.version_id, a.establishment_id, e.person_key, e.position, a.area, e.is_synthetic or a.is_synthetic as is_synthetic,
    greatest(a.effective_on, c.effective_on, e.effective_on) as starts_on,
    least(c.ends_on, coalesce(a.ends_on, c.ends_on), coalesce(o.effective_on, c.ends_on), coalesce(t.effective_on, c.ends_on),
      coalesce(w.effective_on, c.ends_on), coalesce(k.effective_on - 1, c.ends_on)) as ends_on
  from host_agreement_signed a
  join course_scheduled c on c.version_id = a.version_id and c.host_agreement_id = a.agreement_id
  join trainee_enrolled e on e.version_id = c.version_id and e.course_id = c.course_id
  left join host_agreement_ended o on o.version_id = a.version_id and o.agreement_id = a.agreement_id
  left join training_completed t on t.version_id = e.version_id and t.enrolment_id = e.enrolment_id
  left join trainee_withdrew w on w.version_id = e.version_id and w.enrolment_id = e.enrolment_id
  left join course_cancelled k on k.version_id = c.version_id and k.course_id = c.course_id
),
-- two stays at a time are one trainee, and many trainees are one unit: the later counts from the end of the earlier
trimmed as (
  select *, coalesce(max(ends_on) over same_person + 1, starts_on) as person_free_on, coalesce(max(ends_on) over same_unit + 1, starts_on) as unit_free_on
  from stay where starts_on <= ends_on
  window same_person as (partition by version_id, person_key order by starts_on, position rows between unbounded preceding and 1 preceding),
    same_unit as (partition by version_id order by starts_on, position rows between unbounded preceding and 1 preceding)
),
counted as (
  select *, greatest(person_free_on, starts_on) as from_on, 1 as trainees, 0 as host_units from trimmed
  union all
  select *, greatest(unit_free_on, starts_on), 0, 1 from trimmed
),
moves as (
  select *, from_on as posted_on, 1 as sign from counted where from_on <= ends_on
  union all
  select *, ends_on + 1, -1 from counted where from_on <= ends_on
)
select m.version_id, m.posted_on, coalesce(r.area, m.area) as province, model.isic_section(r.isic4) as industry,
  model.origin(m.is_synthetic) as origin, m.sign * m.trainees as trainees, m.sign * m.host_units as host_units,
  model.unit_key(m.person_key) as unit_key
from moves m {{lookup establishment_registered r}}
