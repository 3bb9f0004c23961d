-- One row per pair of bodies between which the change of the register with this seq moves 件 as of a day: what is open passes
-- from the one that had to act to the one that has to, what fell due counts for the other one.
-- params: as_of, known, visible, seq
with
seen as (
	select *
	from handed_at($seq::int, $as_of::date)
	where
		$seq::int <= $known::int
		and may_see_matter($visible::varchar[], owed_by_code, held_before, held_after, counterparty)
),
moved as (
	select
		held_before as handed_from, held_after as handed_to, 1 as open, (status = 'overdue')::int as overdue,
		coalesce(days_late_inherited, 0) as days_inherited, unsettled::int as unsettled, 0 as judged,
	from seen
	where still_open and (held_before is distinct from held_after or unsettled <> unsettled_before)
	union all
	select department_before, department_after, 0, 0, 0, 0, 1
	from seen
	where department_before is distinct from department_after and status in ('met', 'late', 'overdue')
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $seq::int))
select
	handed_from, coalesce(any_value(names)[handed_from], handed_from) as handed_from_name,
	handed_to, coalesce(any_value(names)[handed_to], handed_to) as handed_to_name,
	sum(open)::int as open, sum(overdue)::int as overdue, sum(days_inherited)::int as days_inherited,
	sum(unsettled)::int as unsettled, sum(judged)::int as judged,
from moved
cross join called
group by handed_from, handed_to
order by open desc, judged desc, handed_from, handed_to
