-- One row per order to put something right (责令改正) to a body, known at `known` and given by the day; the latest deadline first.
-- `over`: its deadline is over on the day asked. `passed`: what was to be put right was verified since.
-- params: as_of, known, visible
with
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	o.event_id, o.counterparty as department, coalesce(any_value(names)[o.counterparty], o.counterparty) as department_name,
	o.document, o.case_id, o.told_on::varchar as ordered_on, o.deadline_on::varchar as deadline_on,
	coalesce(o.deadline_on, o.told_on) < $as_of::date as over, coalesce(bool_or(v.passed), false) as passed,
from rectifications_at($known::int) o
cross join called
left join rectifications_at($known::int) v
	on v.type = 'enforcement.verified' and v.told_on <= $as_of::date
	and if(v.about is null, v.document = o.document and v.counterparty is not distinct from o.counterparty, v.about = o.event_id)
where
	o.type = 'enforcement.ordered' and o.told_on <= $as_of::date and o.counterparty is not null
	and may_see($visible::varchar[], o.counterparty, null)
group by o.seq, o.event_id, o.counterparty, o.document, o.case_id, o.told_on, o.deadline_on
order by coalesce(o.deadline_on, o.told_on) desc, o.seq desc
