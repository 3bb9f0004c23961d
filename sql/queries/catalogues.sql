-- One row per catalogue item known by its title; of those who see one department only, what its events are about.
-- params: as_of, known, visible
select c.catalogue, c.title
from catalogue_at($known::int) c
where
	c.title is not null
	and (
		$visible::varchar[] is null
		or c.catalogue in (
			select e.catalogue
			from event e
			where
				e.seq <= $known::int and recorded_on(e.occurred_at) <= $as_of::date
				and may_see($visible::varchar[], e.department, e.counterparty)
		)
	)
order by c.catalogue
