-- one row per vacancy on its opening, and one more for each filling on its day; bin is the days from opening to filling, -1 on the opening
with filling as (
  select f.version_id, f.vacancy_id, f.effective_on, v.effective_on as opened_on, f.is_synthetic,
    least(sum(f.posts) over upto, v.posts) as filled,
    -- never more posts than were opened
    least(sum(f.posts) over upto, v.posts) - least(sum(f.posts) over upto - f.posts, v.posts) as newly_filled
  from vacancy_filled f join vacancy_opened v using (version_id, vacancy_id)
  window upto as (partition by f.version_id, f.vacancy_id order by f.effective_on, f.position)
),
acts as (
  select v.version_id, v.vacancy_id, v.effective_on as posted_on, -1 as bin, v.is_synthetic, v.posts,
    coalesce(max(f.filled) filter (where f.effective_on <= v.effective_on + 90), 0) as filled_90d, 0 as filled
  from vacancy_opened v left join filling f using (version_id, vacancy_id)
  group by all
  union all
  select version_id, vacancy_id, effective_on, greatest(effective_on - opened_on, 0), is_synthetic, 0, 0, newly_filled
  from filling where newly_filled > 0
)
select a.version_id, a.posted_on, a.bin, e.area as province, v.isco08 as occupation, model.isic_section(e.isic4) as industry,
  e.organisation_id as organisation, model.origin(a.is_synthetic) as origin, a.posts, a.filled_90d, a.filled
from acts a
join vacancy_opened v using (version_id, vacancy_id)
{{lookup establishment_registered e}}
