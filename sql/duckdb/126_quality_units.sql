-- 数据质量: the unit rows of Q1 to Q7 (第三十八条第二款), of which every figure is Σnum ÷ Σden.

-- Calls below which a service counts as called so often: a single fault of one that is hardly used is no flood.
create macro least_calls() as 1000;

-- Q1, Q6, Q7: of catalogue items. An item that was there in the span and has no score: listed, counts for nothing.
create macro item_units(as_of, known, period_from, period_to) as table
with
item as materialized (from catalogue_items_in(as_of, known, period_from, period_to)),
assessed as materialized (
	from assessments_in(as_of, known, period_from, period_to)
	where latest
),
consistent as (
	select *
	from dimensions_in(as_of, known, period_from, period_to)
	where dimension = 'consistency' and checks > 0
	qualify row_number() over (
		partition by catalogue order by share is null, told_on desc, told_at desc, source_id desc, event_id desc
	) = 1
)
select
	'Q1' as indicator, coalesce(i.owner, a.department) as department, coalesce(i.region, a.region) as region,
	coalesce(i.catalogue, a.catalogue) as catalogue, a.source_id, a.event_id,
	coalesce(a.told_on, least(period_to, as_of)) as on_day,
	coalesce(a.score, 0) as num, if(a.score is null, 0, 1) as den, coalesce(a.state, 'not_reported') as outcome,
from item i
full join assessed a on a.catalogue = i.catalogue
union all by name
select
	'Q7' as indicator, coalesce(i.owner, c.department) as department, coalesce(i.region, c.region) as region,
	c.catalogue, c.source_id, c.event_id, c.told_on as on_day,
	coalesce(c.share, 0) as num, if(c.share is null, 0, 1) as den,
	case when c.share is not null then 'scored' when c.read_by is null then 'no_rule_set' when c.errored > 0 then 'errored' else 'skipped' end as outcome,
from consistent c
left join item i on i.catalogue = c.catalogue
union all by name
select
	'Q6' as indicator, e.owner as department, e.region, e.catalogue, e.source_id, e.event_id, least(period_to, as_of) as on_day,
	if(len(e.defects) = 0, 1, 0) as num, 1 as den, if(len(e.defects) = 0, 'elements_complete', 'elements_missing') as outcome,
from catalogue_entries_on(least(period_to, as_of), known) e
semi join (from item where ended_on is null) i on i.catalogue = e.catalogue;

-- Q2: of days on which an item was to be refreshed. An item with a cycle of which nothing was ever reported by the end of the
-- span, or nothing fell due yet: one row that counts for nothing.
create macro refresh_units(as_of, known, period_from, period_to) as table
with
item as materialized (from catalogue_items_in(as_of, known, period_from, period_to)),
refresh as materialized (from refreshes_in(as_of, known, period_from, period_to)),
owing as (
	select i.*
	from item i
	semi join (from cycles_on(as_of, known) where cycle_step(cycle) is not null) c
		on c.catalogue = i.catalogue and c.from_on <= least(period_to, as_of) and period_from < c.to_on
	anti join (
		select b.catalogue
		from refresh_batch b
		anti join superseded_at(known) s on s.source_id = b.source_id and s.event_id = b.event_id
		where b.seq <= known and b.refreshed_on <= as_of
	) b on b.catalogue = i.catalogue
	where i.ended_on is null
)
select
	'Q2' as indicator, coalesce(i.owner, r.department) as department, coalesce(i.region, r.region) as region, r.catalogue,
	r.source_id, r.event_id, r.due_on as on_day,
	if(r.state = 'met', 1, 0) as num, if(r.state = 'unheard', 0, 1) as den,
	if(r.state = 'unheard', 'not_reported', r.state) as outcome,
from refresh r
left join item i on i.catalogue = r.catalogue
where (i.ended_on is null or r.due_on < i.ended_on) and coalesce(i.owner, r.department) is not null
union all by name
select
	'Q2' as indicator, owner as department, region, catalogue, least(period_to, as_of) as on_day,
	0 as num, 0 as den, 'not_reported' as outcome,
from owing;

-- Q3a, Q4: of correction requests, by the day of their first feedback.
create macro correction_units(as_of, known, period_from, period_to) as table
with
closed as (
	from corrections_on(as_of, known)
	where closed_on between period_from and least(period_to, as_of)
)
select
	'Q3a' as indicator, department, counterparty, region, catalogue, service, case_id, source_id, event_id, closed_on as on_day,
	if(upheld in ('yes', 'partial'), 1, 0) as num, if(upheld is null, 0, 1) as den,
	case when upheld is null then 'not_reported' when upheld = 'no' then 'unfounded' else 'founded' end as outcome,
from closed
union all by name
select
	'Q4' as indicator, department, counterparty, region, catalogue, service, case_id, source_id, event_id, closed_on as on_day,
	if(back is null, 0, 1) as num, 1 as den, coalesce(back, 'settled') as outcome,
from closed;

-- Q3b, Q5a, Q5b: of services. A rate per item in use, so that a robot's calls lift nothing; a service that reported before the span
-- and no day of it: listed, counts for nothing. Here `department` is the body in charge already.
create macro service_units(as_of, known, period_from, period_to) as table
with
record as materialized (from service_days_in(as_of, known, period_from, period_to)),
service as (
	select
		body as department, service, max(region) as region, max(catalogue) as catalogue, max(day) as last_on,
		sum(least(available_minutes, 1440 - planned_minutes)) as available,
		sum(1440 - planned_minutes) filter (available_minutes is not null) as scheduled,
		sum(calls) filter (failures <= calls) as calls,
		sum(calls - failures) filter (failures <= calls) as answered,
	from record
	group by body, service
),
silent as (
	select coalesce(b.bearer, r.department) as department, r.service, max(r.region) as region, max(r.catalogue) as catalogue
	from service_day r
	left join bearers_at(known) b
		on b.code = r.department and b.from_on <= least(period_to, as_of) and least(period_to, as_of) < b.to_on
	anti join superseded_at(known) s on s.source_id = r.source_id and s.event_id = r.event_id
	anti join service v on v.service = r.service
	where r.seq <= known and r.day < period_from
	group by all
),
used as (
	select body as department, coalesce(catalogue, service) as item, sum(calls) as calls, max(day) as last_on
	from record
	group by all
),
upheld as (
	select coalesce(b.bearer, c.department) as department, coalesce(c.catalogue, s.catalogue, c.service) as item, count(*) as upheld
	from corrections_on(as_of, known) c
	left join (select service, max(catalogue) as catalogue from record group by service) s on s.service = c.service
	left join bearers_at(known) b on b.code = c.department and b.from_on <= c.closed_on and c.closed_on < b.to_on
	where c.upheld in ('yes', 'partial') and c.closed_on between period_from and least(period_to, as_of)
	group by all
)
select
	'Q3b' as indicator, department, item as catalogue, coalesce(u.last_on, least(period_to, as_of)) as on_day,
	if(coalesce(u.calls, 0) = 0, 0, coalesce(f.upheld, 0) / greatest(u.calls, least_calls())) as num,
	if(coalesce(u.calls, 0) = 0, 0, 1) as den,
	case when coalesce(u.calls, 0) = 0 then 'no_calls' when f.upheld > 0 then 'founded' else 'none_founded' end as outcome,
from used u
full join upheld f using (department, item)
union all by name
select
	'Q5a' as indicator, department, region, catalogue, service, last_on as on_day,
	coalesce(available, 0) as num, coalesce(scheduled, 0) as den,
	if(coalesce(scheduled, 0) = 0, 'not_reported', if(available < scheduled, 'interrupted', 'available')) as outcome,
from service
union all by name
select
	'Q5b' as indicator, department, region, catalogue, service, last_on as on_day,
	if(coalesce(calls, 0) = 0, 0, answered / calls) as num, if(coalesce(calls, 0) = 0, 0, 1) as den,
	case when coalesce(calls, 0) = 0 then 'no_calls' when answered < calls then 'failures' else 'no_failures' end as outcome,
from service
union all by name
select
	indicator, department, region, catalogue, service, least(period_to, as_of) as on_day, 0 as num, 0 as den,
	'not_reported' as outcome,
from silent, (values ('Q5a'), ('Q5b')) asked (indicator);

-- A share on a grid of 2⁻³⁰ (about a thousand-millionth): sums of such numbers are exact in whatever order they are added, so that
-- a figure is the same on every node and equal figures are equal.
create macro on_grid(share) as round(share * 1073741824) / 1073741824;

-- Every unit under the body that answers for it on the unit's own day.
create macro quality_units(as_of, known, period_from, period_to) as table
with
unit as (
	from item_units(as_of, known, period_from, period_to)
	union all by name
	from refresh_units(as_of, known, period_from, period_to)
	union all by name
	from correction_units(as_of, known, period_from, period_to)
	union all by name
	from service_units(as_of, known, period_from, period_to)
)
select
	u.indicator, coalesce(b.bearer, u.department) as department, u.counterparty, u.region, u.catalogue, u.service,
	null::int as case_no, u.case_id, null::varchar as clock, null::varchar as sharing, null::int as round, null::varchar as line,
	u.source_id, u.event_id, u.on_day::date as on_day, on_grid(u.num)::double as num, u.den::double as den, u.outcome, false as excused,
from unit u
left join bearers_at(known) b on b.code = u.department and b.from_on <= u.on_day and u.on_day < b.to_on;
