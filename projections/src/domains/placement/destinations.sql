-- one row per completion that is a person's last of some month, quarter or year; period_mask states which
with completion as (
  select c.version_id, c.person_key, c.enrolment_id, c.course_id, c.effective_on, c.position, c.is_synthetic,
    model.differing(d.jm, d.gm, lead(d.jm) over later, lead(d.gm) over later) as period_mask
  from training_completed c join model.calendar_day d on d.day = c.effective_on
  window later as (partition by c.version_id order by c.effective_on, c.position)
),
-- of several verifications for one checkpoint the newest counts
verified as (
  select version_id, enrolment_id, checkpoint, state, isco08, is_occupation_match
  from placement_verified
  qualify row_number() over (partition by version_id, enrolment_id, checkpoint order by effective_on desc, position desc) = 1
),
{{grouped standard of skill_standard_published_isco08: min_by(isco08, line_no) as occupation, list(isco08) as occupations}},
judged as (
  select c.*, k.area, k.provider, k.programme, s.occupation,
    coalesce(half.state in ('EMPLOYED', 'SELF_EMPLOYED'), false) as is_placed_6m,
    coalesce(year.state in ('EMPLOYED', 'SELF_EMPLOYED'), false) as is_placed_12m,
    coalesce(late.state <> 'UNKNOWN', false) as is_known_36m,
    case when year.state in ('EMPLOYED', 'SELF_EMPLOYED')
      then coalesce(list_contains(s.occupations, year.isco08), year.is_occupation_match) end as is_match_12m
  from completion c
  {{lookup course_scheduled k}}
  {{lookup standard s}}
  left join verified half on half.version_id = c.version_id and half.enrolment_id = c.enrolment_id and half.checkpoint = 'M6'
  left join verified late on late.version_id = c.version_id and late.enrolment_id = c.enrolment_id and late.checkpoint = 'M36'
  left join verified year on year.version_id = c.version_id and year.enrolment_id = c.enrolment_id and year.checkpoint = 'M12'
  where c.period_mask > 0
)
select j.version_id, j.effective_on as posted_on, j.period_mask, j.area as province, w.sex,
  model.age_group(j.effective_on, w.birth_year) as age, w.education, j.occupation, j.provider, j.programme,
  model.origin(j.is_synthetic) as origin, 1 as completers,
  j.is_placed_6m::integer as verified_6m, j.is_placed_12m::integer as verified_12m, j.is_known_36m::integer as known_36m,
  (j.is_match_12m is not null)::integer as occupation_known_12m, coalesce(j.is_match_12m, false)::integer as matched_12m,
  model.unit_key(j.person_key) as unit_key
from {{shared_rows judged j}} {{lookup worker_registered w}}
