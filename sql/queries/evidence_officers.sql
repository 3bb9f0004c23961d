-- One row per officer whose decision on the evidence for an act stands: on how many, and how many of them accepted.
-- params: as_of, known, visible
select
	coalesce(officer, '') as officer, arg_max(officer_title, decided_seq) as officer_title,
	count(*)::int as decided,
	count(*) filter (decided = 'accepted')::int as accepted,
	rate(count(*) filter (decided = 'accepted'), count(*)) as share,
from backdated_on($as_of::date, $known::int)
where decided is not null and may_see($visible::varchar[], department, counterparty)
group by coalesce(officer, '')
order by decided desc, officer
