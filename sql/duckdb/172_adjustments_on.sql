-- Facts that take from a composite score, add to it, or hold its grade down. `fact`: adjustment or veto of analytics/law/scheme.ts.

-- Confirmed breaches by the day of the decision: what a person found, never what the machine proposes.
create macro confirmed_on(as_of, known, period_from, period_to) as table
select
	case item
		when '39.7' then 'unfiled_change'
		when '40.1' then 'duplicate_collection'
		when '40.2' then 'beyond_scope'
		when '40.3' then 'third_party'
	end as fact,
	department, case_id, clock, source_id, event_id, decided_on as on_day,
from breaches_on(as_of, known)
where decision = 'confirmed' and decided_on between period_from and least(period_to, as_of) and fact is not null;

-- One row per fact × body, as things stood at the end of the period (of one that still runs: on the day asked), so that a period
-- that is over is not charged with what fell due after it. `prompt`: the middle reply took half of the period or less, of twenty
-- replies or more (第二十三条).
create macro adjustments_on(as_of, known, period_from, period_to) as table
with
unit as materialized (from timeliness_units(least(period_to, as_of), known, period_from, period_to)),
long as (
	select 'overdue_long' as fact, department, case_id, clock, on_day
	from unit
	where indicator = 'T8b' and num > 20 and clock in ('reply.unconditional', 'reply.conditional')
),
refused as (
	select 'refused_without_reason' as fact, department, case_id, clock, on_day
	from unit
	where indicator = 'T11b' and num = 1
),
prompt as (
	select 'prompt' as fact, department, max(on_day) as on_day
	from unit
	where indicator = 'T6a'
	group by department
	having count(*) >= 20 and median(num / if(clock = 'reply.unconditional', 1, 10)) <= 0.5
),
backdated as (
	select 'backdated' as fact, b.department, b.case_id, b.clock, d.day as on_day
	from backdated_on(least(period_to, as_of), known) b
	asof join (select day, ends_at from day where calendar = '') d on b.decided_at < d.ends_at
	where b.decided = 'refused' and d.day between period_from and least(period_to, as_of)
)
select fact, department, case_id, clock, source_id, event_id, null::varchar as document, on_day
from confirmed_on(as_of, known, period_from, period_to)
union all by name
from long
union all by name
from refused
union all by name
from prompt
union all by name
from backdated
union all by name
select fact, department, source_id, event_id, document, told_on as on_day
from verdicts_on(least(period_to, as_of), known)
where told_on >= period_from;

-- The grades of a scheme, best first, with the score from which each begins.
create macro grades_of(scheme) as table
select grade->>'$.grade' as grade, (grade->>'$.from')::double as from_score, position
from (select unnest((body->'$.grades')::json[]) as grade, generate_subscripts((body->'$.grades')::json[], 1) as position from (select scheme as body));

-- One row per body with any fact that a scheme names: points taken and added, each kind and the whole within its cap; vetoes, and
-- the place in the order of grades (1: the best) that they hold it down to.
create macro adjusted_on(as_of, known, period_from, period_to, scheme) as table
with
body as materialized (select scheme as body),
rule as (
	select a->>'$.adjustment' as fact, (a->>'$.each')::double as each, (a->>'$.cap')::double as cap, null::bigint as held_at
	from (select unnest((body->'$.adjustments')::json[]) as a from body)
	union all
	select v->>'$.veto', null, null, position
	from (select unnest((body->'$.vetoes')::json[]) as v from body)
	join grades_of(scheme) g on g.grade = (v->>'$.grade')
),
brought as (
	select
		department, fact, any_value(held_at) as held_at,
		sign(any_value(each)) * least(any_value(cap), abs(any_value(each)) * count(*)) as brings,
	from adjustments_on(as_of, known, period_from, period_to)
	join rule using (fact)
	group by department, fact
)
select
	department, greatest(coalesce(sum(brings) filter (brings < 0), 0), -any_value((body->>'$.deductionCap')::double)) as deduction,
	least(coalesce(sum(brings) filter (brings > 0), 0), any_value((body->>'$.bonusCap')::double)) as addition,
	list(fact order by fact) filter (held_at is not null) as vetoes, max(held_at) as held_at,
from brought
cross join body
group by department;
