-- one row per application whose deadline has passed, on that day; bin is the working days that it took, or is known to have taken
select a.version_id, a.due_on as posted_on, coalesce(a.working_days, a.allowed_working_days)::integer as bin, -1 as opened_day_no,
  f.area as province, f.provider, f.kind as licence_kind, model.origin(a.is_synthetic) as origin,
  1 as due, a.is_in_time::integer as in_time, (a.decided_on is null)::integer as undecided
from licence_application_assessed a {{lookup licence_applied f}}
