-- one row per application that was eligible and undecided at the end of its last working day
ripe as (
  select c.*, e.is_synthetic as is_eligibility_synthetic,
    greatest(c.day, c.learned_on, e.effective_on, e.learned_on) as issued_on
  from counted c join applicant_eligibility_confirmed e using (application_id)
  where c.is_automatic and c.nth = c.max_working_days
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
