-- one row per run of Jalali months with service of a site: +1 in its first month, -1 in the month after its last
with service as (
  select c.version_id, c.site_id, c.area, c.is_synthetic, c.effective_on as from_on,
    coalesce(d.effective_on, model.open_end()) as until
  from assessment_site_commissioned c {{lookup assessment_site_decommissioned d}}
),
months as (
  select s.*, f.month_on, l.next_month_on
  from service s
  join model.calendar_day f on f.day = s.from_on
  join model.calendar_day l on l.day = s.until
  where s.from_on <= s.until
),
moves as (
  select *, month_on as posted_on, 1 as in_service from months
  union all
  select *, next_month_on, -1 from months where until < model.open_end()
)
select version_id, posted_on, area as province, model.origin(is_synthetic) as origin, in_service from moves
