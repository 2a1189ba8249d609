-- one row per contribution list with a payment, on the first day of its month
with paid as (
  select version_id, list_id, sum(worker::hugeint + employer + unemployment)::bigint as paid from contribution_paid group by all
),
month_start as (select jm, min(starts_on) as month_on from model.segment group by jm)
select l.version_id, m.month_on as posted_on, e.area as province, model.isic_section(e.isic4) as industry, model.origin(l.is_synthetic) as origin, p.paid
from contribution_list_submitted l
join paid p using (version_id, list_id)
join month_start m on m.jm = l.month // 100 * 12 + l.month % 100 - 1
{{lookup establishment_registered e}}
