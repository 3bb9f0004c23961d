-- Units of 安全保障措施: S1–S6 (analytics/law/indicators/safeguards.ts says their populations). `line` of S1: the quarter; of S5:
-- the item of the checklist.

-- Incidents discovered in a span, each with the confirmed finding, if any, that the body failed its responsibility (第四十条第六项).
create macro incidents_on(on_day, known, period_from, period_to) as table
with
standing as (
	select i.*, coalesce(g.root_id, i.case_id) as root_id, coalesce(b.bearer, i.department) as body
	from incident i
	anti join superseded_at(known) s on s.source_id = i.source_id and s.event_id = i.event_id
	left join case_groups_at(known) g on g.case_id = i.case_id
	left join bearers_at(known) b on b.code = i.department and b.from_on <= i.told_on and i.told_on < b.to_on
	where i.seq <= known and i.told_on between period_from and least(period_to, on_day)
	qualify row_number() over (partition by body, coalesce(root_id, i.source_id || ':' || i.event_id) order by i.told_on, i.event_id) = 1
)
select
	s.body as department, counterparty, region, root_id as case_id, source_id, event_id, told_on as on_day, level, side, kind,
	exists (
		from findings_confirmed_on(on_day, known, ['40.6']) f
		where f.clock is null and f.department = s.body and (f.fact = s.event_id or f.fact is null and f.case_id = s.root_id)
	) as confirmed,
from standing s;

create macro safeguard_units(as_of, known, period_from, period_to) as table
with
asked as (
	select least(period_to, as_of) as until
),
matter as materialized (
	select *
	from matters_on(as_of, known, ruled_on := period_from)
	where
		clock in ('local.disposal', 'local.security.report', 'local.complaint')
		and fell_due(status, due_on, period_from, period_to, least(period_to, as_of))
),
halted as (
	select
		*, greatest(from_on, period_from, date '2025-08-01') as first_on,
		least(coalesce(to_on - 1, until), until) as last_on,
	from suspensions_on(as_of, known), asked
	where demander is not null and last_on >= first_on
),
known_incident as materialized (
	from incidents_on(as_of, known, period_from, period_to)
),
closed as (
	select c.*, coalesce(b.bearer, c.department) as body
	from complaint_closed c
	anti join superseded_at(known) s on s.source_id = c.source_id and s.event_id = c.event_id
	left join bearers_at(known) b on b.code = c.department and b.from_on <= c.told_on and c.told_on < b.to_on
	where c.seq <= known and c.told_on <= as_of
	qualify row_number() over (partition by coalesce(c.case_id, c.event_id) order by closed_at desc, c.source_id desc, c.event_id desc) = 1
),
unit as (
	select
		'S1' as indicator, department, provider as counterparty, region, catalogue, service, case_id, name as line, source_id, event_id,
		to_on as on_day, num, 1 as den, outcome,
	from records_on(as_of, known, period_from, period_to)
	union all by name
	select
		'S2a' as indicator, department, case_id, source_id, event_id, on_day, 1 as num, null as den, 'confirmed' as outcome,
	from findings_confirmed_on(as_of, known, ['40.2', '40.3'])
	where on_day between period_from and period_to
	union all by name
	select
		'S2b' as indicator, coalesce(b.bearer, demander) as department, suspended_by as counterparty, catalogue, service, source_id, event_id,
		last_on as on_day, last_on - first_on + 1 as num, null as den, 'suspended' as outcome,
	from halted h
	left join bearers_at(known) b on b.code = h.demander and b.from_on <= last_on and last_on < b.to_on
	union all by name
	select
		case clock when 'local.disposal' then 'S3' when 'local.security.report' then 'S4b' else 'S6b' end as indicator,
		department, counterparty, region, catalogue, case_no, case_id, clock, sharing, round, counted_line as line, due_on as on_day,
		(status = 'met')::int as num, 1 as den, status as outcome,
	from matter
	union all by name
	select
		'S4a' as indicator, department, counterparty, region, case_id, source_id, event_id, on_day, confirmed::int as num, null as den,
		if(confirmed, 'confirmed', 'reported') as outcome,
	from known_incident
	union all by name
	select
		'S4a' as indicator, department, case_id, source_id, event_id, on_day, 1 as num, null as den, 'found' as outcome,
	from findings_confirmed_on(as_of, known, ['40.6']) f
	where
		clock is null and on_day between period_from and period_to
		and not exists (
			from incidents_on(as_of, known, date '2000-01-01', as_of) i
			where i.department = f.department and (f.fact = i.event_id or f.fact is null and f.case_id = i.case_id)
		)
	union all by name
	select
		'S5' as indicator, department, item as line, source_id, event_id, until as on_day, (status = 'in_place')::int as num,
		(status <> 'not_reported')::int as den, status as outcome,
	from safeguards_on(least(period_to, as_of), as_of, known), asked
	where status <> 'not_applicable'
	union all by name
	select
		'S6a' as indicator, body as department, region, case_id, source_id, event_id, told_on as on_day, 1 as num, null as den, 'upheld' as outcome,
	from closed
	where upheld and told_on between period_from and period_to
)
select
	indicator, department, counterparty, region, catalogue, service, case_no, case_id, clock, sharing, round::int as round, line,
	source_id, event_id, on_day, num::double as num, den::double as den, outcome, false as excused,
from unit;
