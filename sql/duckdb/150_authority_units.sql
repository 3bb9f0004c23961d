-- Units of 主管部门自查: G1–G7 (analytics/law/indicators/authority.ts says their populations).

-- The body that answers for what no event names an authority for: the registered one, one row.
create macro authority_on(on_day, known) as table
select coalesce(min(code), 'authority') as authority
from bodies_on(on_day, known)
where kind = 'authority' and valid_from <= on_day and valid_to is null;

-- One row per data item that several departments list under the same title, or whose source has been decided without anybody
-- asking (in no case of its own): `event_id` of the decision, null where there is none.
create macro sources_decided_on(on_day, known) as table
with
listed as (
	select e.catalogue, e.department, t.title
	from catalogue_entry e
	join catalogue_at(known) t using (catalogue)
	anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
	where e.seq <= known and e.told_on <= on_day
),
decided as (
	select coalesce(d.item, t.title, d.catalogue) as title, arg_max(struct_pack(source_id := d.source_id, event_id := d.event_id, asked := d.case_id is not null), d.seq) as said
	from source_designation d
	left join catalogue_at(known) t using (catalogue)
	anti join superseded_at(known) s on s.source_id = d.source_id and s.event_id = d.event_id
	where d.seq <= known and d.told_on <= on_day
	group by all
)
select title, min(catalogue) as catalogue, any_value(said.source_id) as source_id, any_value(said.event_id) as event_id
from listed
full join decided using (title)
where title is not null
group by title
having count(distinct department) > 1 or event_id is not null and not any_value(said.asked);

create macro authority_units(as_of, known, period_from, period_to) as table
with
office as not materialized (from authority_on(least(period_to, as_of), known)),
matter as materialized (
	select m.*, c.statutory and c.owed_by <> 'authority' and not c.floor as counts
	from matters_on(as_of, known, ruled_on := period_from) m
	join clock c using (clock)
),
punctual as (
	select
		case clock when 'catalogue.review' then 'G1' when 'local.extension' then 'G2' else 'G3a' end as indicator,
		*, due_on as on_day, (status = 'met')::int as num, 1 as den, status as outcome,
	from (select * exclude (outcome) from matter)
	where
		clock in ('catalogue.review', 'local.extension', 'local.dispute.accept', 'local.dispute.mediate')
		and fell_due(status, due_on, period_from, period_to, as_of)
),
mediated as (
	select 'G3b' as indicator, *, ended_on as on_day, net_days as num, 1 as den, status as outcome
	from (select * exclude (outcome) from matter)
	where clock = 'local.dispute.mediate' and status in ('met', 'late') and ended_on between period_from and least(period_to, as_of)
),
requested as (
	select 'G4' as indicator, *, as_of as on_day, (ended_on is not null)::int as num, 1 as den, if(ended_on is null, 'undesignated', 'designated') as outcome
	from (select * exclude (outcome) from matter)
	where clock = 'local.designation' and status <> 'excluded'
),
suspended as (
	select
		'G5' as indicator, * exclude (department, counterparty), authority as department, m.department as counterparty,
		due_on as on_day, (ended_on is not null)::int as num, 1 as den, if(ended_on is null, 'open', 'closed') as outcome,
	from (select * exclude (outcome) from matter) m
	cross join office
	where clock = 'local.rectification' and fell_due(status, due_on, period_from, period_to, as_of)
),
ordered as (
	select
		'G5' as indicator, department, counterparty, case_id, source_id, event_id, deadline_on as on_day,
		closed::int as num, 1 as den, if(closed, 'closed', 'open') as outcome,
	from orders_on(as_of, known)
	where deadline_on between period_from and least(period_to, as_of)
),
forgotten as (
	select
		'G6' as indicator, m.* exclude (department, counterparty), authority as department, held_by as counterparty,
		as_of as on_day, 1 as num, 'not_reminded' as outcome,
	from (select * exclude (outcome) from matter) m
	cross join office
	anti join reminders_on(as_of, known) r on r.case_id = m.case_id
	where status = 'overdue' and counts and days_late > 2
),
designated as (
	select
		'G4' as indicator, authority as department, catalogue, source_id, event_id, as_of as on_day,
		(event_id is not null)::int as num, 1 as den, if(event_id is null, 'undesignated', 'designated') as outcome, title as line,
	from sources_decided_on(as_of, known)
	cross join office
),
beaten as (
	select
		'G7' as indicator, authority as department, source_id, o.day as on_day, beat::int as num, 1 as den,
		if(beat, 'received', 'missing') as outcome,
	from beats_owed_on(as_of, known, period_from, period_to) o
	cross join office
),
unit as (
	select *, counted_line as line
	from (
		from punctual
		union all by name
		from mediated
		union all by name
		from requested
		union all by name
		from suspended
		union all by name
		from forgotten
	) told
	union all by name
	from ordered
	union all by name
	from designated
	union all by name
	from beaten
)
select
	indicator, department, counterparty, region, catalogue, null::varchar as service, case_no, case_id, clock, sharing, round::int as round,
	line, source_id, event_id, on_day, num::double as num, den::double as den, outcome, false as excused,
from unit;
