-- one row per application that was eligible and undecided when the last of its working days had ended
with rule as (
  select rule_version, max_working_days, count_from::varchar = 'FILING_DAY' as is_filing_day_counted,
    return_effect::varchar as return_effect, is_automatic, effective_on as valid_from
  from licence_rule_set
  union all
  select 'three-working-days', 3, false, 'RESTART', true, date '1900-01-01'
),
application as (
  select application_id, area, licence_id, effective_on as first_filed_on, learned_on, event_id, position, is_synthetic
  from licence_applied
),
sent as (
  select application_id, first_filed_on as filed_on, learned_on, event_id, position, is_synthetic, true as is_first
  from application
  union all
  select application_id, effective_on, learned_on, event_id, position, is_synthetic, false
  from application_resubmitted
),
-- What is sent again without a return in between moves nothing.
filing as (
  select s.*, row_number() over sent_before as filing_no,
    (select min(r.effective_on) from application_returned r where r.application_id = s.application_id
      and (r.effective_on > s.filed_on or (r.effective_on = s.filed_on and r.position > s.position))) as returned_on
  from sent s
  window sent_before as (partition by s.application_id order by not s.is_first, s.filed_on, s.position)
  qualify s.is_first or returned_on is distinct from lag(returned_on) over sent_before
),
ruled as (
  select a.area, a.licence_id, a.is_synthetic or f.is_synthetic as is_synthetic, f.* exclude (is_synthetic),
    r.rule_version, r.max_working_days, r.is_filing_day_counted, r.return_effect, r.is_automatic
  from filing f
  join application a using (application_id)
  asof join rule r on a.first_filed_on >= r.valid_from
),
-- The day of a return is not counted; a day that is not over is not yet one.
counted as (
  select f.*, w.day, w.calendar_version,
    row_number() over (
      partition by f.application_id, case when f.return_effect = 'RESUME' then 0 else f.filing_no end order by w.day
    ) as nth
  from ruled f
  join working_day w on w.area = calendar_area(f.area) and w.is_working
    and w.day >= f.filed_on + case when f.is_filing_day_counted then 0 else 1 end
    and w.day < coalesce(f.returned_on, date '9999-12-31')
    and w.day <= f.filed_on + 30 + 7 * f.max_working_days
    and greatest(w.day, f.learned_on) >= w.known_from and greatest(w.day, f.learned_on) < w.known_until
  where f.is_automatic
),
ripe as (
  select c.*, e.is_synthetic as is_eligibility_synthetic,
    greatest(c.day, c.learned_on, e.effective_on, e.learned_on) as issued_on
  from counted c join applicant_eligibility_confirmed e using (application_id)
  where c.nth = c.max_working_days
),
decision as (
  select application_id, effective_on from licence_granted
  union all
  select application_id, effective_on from licence_refused
)
select application_id, issued_on as effective_on, event_id as caused_by,
  is_synthetic or is_eligibility_synthetic as is_synthetic,
  licence_id, day as due_on, calendar_version, rule_version, max_working_days as working_days
from ripe r
where issued_on < coalesce(returned_on, date '9999-12-31') and issued_on < (select today from today)
  and not exists (from decision d where d.application_id = r.application_id and d.effective_on <= r.issued_on)
qualify row_number() over (partition by application_id order by issued_on, filing_no) = 1
