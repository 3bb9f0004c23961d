-- The same question at two places of the ledger: every unit of either, with how it counted before and how it counts after.

-- The units chosen, with what makes each of them one: a 件 by its case, clock, sharing type, round and line; a fact by its event;
-- anything else by what it is about. `nth` tells apart what is otherwise the same.
create macro units_told(as_of, known, period_from, period_to, visible, indicators, departments, kinds, regions, catalogues) as table
select
	* exclude (ordinal),
	concat_ws(
		'|', coalesce(case_no::varchar, case_id, ''), coalesce(clock, ''), coalesce(sharing, ''), coalesce(round, 0),
		coalesce(line, ''), coalesce(service, ''), coalesce(source_id, 0), coalesce(event_id, ''),
		if(case_no is null, coalesce(catalogue, ''), ''), if(case_no is null, coalesce(counterparty, ''), '')
	) as unit,
	row_number() over (
		partition by indicator, department, unit order by on_day, num, den, outcome, excused, catalogue, counterparty
	) as nth,
from units_chosen(as_of, known, period_from, period_to, visible, indicators, departments, kinds, regions, catalogues);

-- change: appeared | vanished | changed; null: it counts as it did. What went from one department to another is two rows:
-- vanished there, appeared here.
create macro restated_units(
	as_of, known_before, known_after, period_from, period_to, visible, indicators, departments, kinds, regions, catalogues
) as table
with
before as materialized (
	from units_told(as_of, known_before, period_from, period_to, visible, indicators, departments, kinds, regions, catalogues)
),
after as materialized (
	from units_told(as_of, known_after, period_from, period_to, visible, indicators, departments, kinds, regions, catalogues)
)
select
	indicator, department, unit, nth,
	coalesce(a.case_no, b.case_no) as case_no, coalesce(a.case_id, b.case_id) as case_id,
	coalesce(a.clock, b.clock) as clock, coalesce(a.sharing, b.sharing) as sharing, coalesce(a.round, b.round) as round,
	coalesce(a.line, b.line) as line, coalesce(a.service, b.service) as service,
	coalesce(a.catalogue, b.catalogue) as catalogue, coalesce(a.counterparty, b.counterparty) as counterparty,
	coalesce(a.source_id, b.source_id) as source_id, coalesce(a.event_id, b.event_id) as event_id,
	b.on_day as on_day_before, a.on_day as on_day_after, b.num as num_before, a.num as num_after,
	b.den as den_before, a.den as den_after, b.outcome as outcome_before, a.outcome as outcome_after,
	b.excused as excused_before, a.excused as excused_after,
	case
		when b.unit is null then 'appeared'
		when a.unit is null then 'vanished'
		when
			(a.num, a.den, a.outcome, a.excused, a.on_day) is distinct from (b.num, b.den, b.outcome, b.excused, b.on_day)
			then 'changed'
	end as change,
from before b
full join after a using (indicator, department, unit, nth);
