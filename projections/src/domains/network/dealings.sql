-- one row per contact of two parties: the one that acts, and the other; a joint act has the first of the two in the order of the code list
with employer as (
  select version_id, establishment_id, case when sector = 'PUBLIC' then organisation_id end as organisation from establishment_registered
),
seated as (
  select distinct version_id, meeting_id, seat::varchar as party
  from meeting_held_attendance
  where persons > 0 and seat <> 'EXPERT'
),
dealing as (
  select version_id, effective_on, is_synthetic, 'AGREEMENT' as dealing, 'EMPLOYER' as party, 'WORKER' as counterparty, null::varchar as organisation
  from collective_agreement_signed
  union all
  select version_id, effective_on, is_synthetic, 'AGREEMENT', 'GOV', 'EMPLOYER', organisation_id from recruitment_agreement_signed
  union all
  select h.version_id, h.effective_on, h.is_synthetic, 'AGREEMENT', 'GOV', 'EMPLOYER', e.organisation
  from host_agreement_signed h left join employer e using (version_id, establishment_id)
  union all
  select r.version_id, r.effective_on, r.is_synthetic, 'REFERRAL', 'GOV', 'EMPLOYER', e.organisation
  from candidate_referred r left join hiring_requested q using (version_id, request_id) left join employer e using (version_id, establishment_id)
  union all
  select l.version_id, l.effective_on, l.is_synthetic, 'LIST', 'EMPLOYER', 'GOV', e.organisation
  from contribution_list_submitted l left join employer e using (version_id, establishment_id)
  union all
  select m.version_id, m.effective_on, m.is_synthetic, 'MEETING', a.party, b.party, m.body_id
  from meeting_held m join seated a using (version_id, meeting_id) join seated b using (version_id, meeting_id)
  where (a.party = 'GOV' and b.party <> 'GOV') or (a.party = 'EMPLOYER' and b.party = 'WORKER')
  union all
  select version_id, effective_on, is_synthetic, 'CONSULTATION', party::varchar, 'GOV', organisation_id from opinion_filed where party <> 'GOV'
  union all
  select d.version_id, d.effective_on, d.is_synthetic, 'DISPUTE', d.filed_by::varchar, case when d.filed_by = 'WORKER' then 'EMPLOYER' else 'WORKER' end, e.organisation
  from dispute_filed d left join employer e using (version_id, establishment_id)
)
select version_id, effective_on as posted_on, dealing, party, counterparty, organisation, model.origin(is_synthetic) as origin, 1 as dealings
from dealing
