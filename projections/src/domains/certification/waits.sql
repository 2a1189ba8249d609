-- one row per valid certificate on the day of its last assessment, and one per person and standard still waiting for one
with last_sitting as (
  select version_id, standard_id, model.order_key_position(max(model.order_key(effective_on, position))) as position
  from assessment_taken group by all
),
certified as (
  select l.version_id, l.certificate_id, l.standard_id, l.effective_on as issued_on, max(t.effective_on) as taken_on,
    max_by(t.area, model.order_key(t.effective_on, t.position)) as area, bool_or(t.is_synthetic) as is_synthetic, any_value(t.person_key) as person_key,
    max(l.position) as position
  from certificate_issued_assessment_ids l join assessment_taken t on t.version_id = l.version_id and t.assessment_id = l.assessment_id
  where not exists (from certificate_revoked r where r.version_id = l.version_id and r.certificate_id = l.certificate_id)
  group by all
),
-- who failed the last sitting does not wait; nor who was certified since, whether the certificate is valid or not
waiting as (
  select t.* from assessment_taken t semi join last_sitting using (version_id, standard_id, position)
  anti join (from assessment_graded where not is_passed) using (version_id, assessment_id)
  anti join certificate_issued_assessment_ids using (version_id, assessment_id)
  anti join certificate_issued_assessment_ids l
    on l.version_id = t.version_id and l.standard_id = t.standard_id and l.effective_on >= t.effective_on
),
cases as (
  select version_id, position, person_key, standard_id, area, is_synthetic, taken_on, greatest(issued_on - taken_on, 0) as bin, 0 as opened_day_no, 0 as open from certified
  union all
  select version_id, position, person_key, standard_id, area, is_synthetic, effective_on, -1, effective_on - date '1970-01-01', 1 from waiting
),
{{grouped standard of skill_standard_published_isco08: min_by(isco08, line_no) as occupation}}
select c.version_id, c.taken_on as posted_on, c.bin::integer as bin, c.opened_day_no::integer as opened_day_no, c.area as province, w.sex,
  model.age_group(c.taken_on, w.birth_year) as age, w.education, s.occupation, model.origin(c.is_synthetic) as origin,
  1 as cases, c.open, model.unit_key(c.person_key) as unit_key
from {{shared_rows cases c}}
{{lookup worker_registered w}}
{{lookup standard s}}
