-- one row per valid certificate; bin is the days from its last assessment to its issue, -1 where unknown
with assessed as (
  select version_id, certificate_id, max(t.effective_on) as taken_on, max_by(t.area, model.order_key(t.effective_on, t.position)) as province
  from certificate_issued_assessment_ids l join assessment_taken t using (version_id, assessment_id)
  group by all
),
{{grouped standard of skill_standard_published_isco08: min_by(isco08, line_no) as occupation}}
select i.version_id, i.effective_on as posted_on, case when a.taken_on is null then -1 else greatest(i.effective_on - a.taken_on, 0) end::integer as bin,
  a.province, w.sex, model.age_group(i.effective_on, w.birth_year) as age, w.education, s.occupation,
  model.origin(i.is_synthetic) as origin, 1 as issued, model.unit_key(i.person_key) as unit_key
from certificate_issued i
left join assessed a using (version_id, certificate_id)
{{lookup worker_registered w}}
{{lookup standard s}}
where not exists (from certificate_revoked r where r.version_id = i.version_id and r.certificate_id = i.certificate_id)
