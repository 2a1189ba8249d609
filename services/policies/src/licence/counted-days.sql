-- counted: one row per application, filing and working day on which it waited for a decision, numbered as the rule counts
with rule as (
  select rule_version, max_working_days, count_from::varchar = 'FILING_DAY' as is_filing_day_counted,
    return_effect::varchar as return_effect, is_automatic, effective_on as valid_from
  from licence_rule_set
  -- of rules with the same start the last recorded one applies
  qualify row_number() over (partition by effective_on order by position desc) = 1
  union all
  select rule_version, max_working_days, false, 'RESTART', true, date '1900-01-01' from constant
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
-- Sending an application again that was not returned does not restart the count.
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
-- The day of a return is not counted, nor is a day that is not over.
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
)
