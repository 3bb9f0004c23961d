-- Units of 数据应用情况: A1–A7 (analytics/law/indicators/application.ts says their populations).

-- Reports on use that stand and were made by the day: whose (as of the last day they are about, or the day asked), about which
-- service, and from when to when.
create macro use_acts_on(on_day, known) as table
select coalesce(b.bearer, u.demander) as department, u.*
from use_act u
anti join superseded_at(known) s on s.source_id = u.source_id and s.event_id = u.event_id
left join bearers_at(known) b on b.code = u.demander and b.from_on <= on_day and on_day < b.to_on
where u.seq <= known and u.told_on <= on_day;

-- Daily reports that stand and name who called: the last one of a day counts.
create macro calls_on(on_day, known, from_day, to_day) as table
select
	coalesce(b.bearer, d.counterparty) as department, d.department as provider, service, catalogue, day, calls, rows,
	calls - failures - checks as used,
from service_day d
anti join superseded_at(known) s on s.source_id = d.source_id and s.event_id = d.event_id
left join bearers_at(known) b on b.code = d.counterparty and b.from_on <= on_day and on_day < b.to_on
where d.seq <= known and d.counterparty is not null and d.day between from_day and least(to_day, on_day)
qualify row_number() over (
	partition by d.department, d.counterparty, service, d.day order by d.told_at desc, d.source_id desc, d.event_id desc
) = 1;

-- Rights to services at the end of a span, and whether the service was used in it: used | unused | not_reported. A service by
-- interface is used where a call succeeded; where no daily report names any caller of it, and for files and batches, what the
-- demander reported of it counts.
create macro use_on(on_day, known, from_day, to_day) as table
with
called as (
	select department, service, sum(used) > 0 as used
	from calls_on(on_day, known, from_day, to_day)
	group by department, service
),
metered as (
	select distinct service
	from called
),
reported as (
	select
		department, service,
		bool_or(type = 'use.status' and status = 'in_use') as in_use,
		bool_or(type = 'use.status' and status in ('in_use', 'unused')) as has_status,
		bool_or(type in ('use.status', 'use.recorded')) as recorded,
		bool_or(type = 'use.effect') as has_effect,
	from use_acts_on(on_day, known)
	where from_on <= to_day and to_on >= from_day
	group by department, service
)
select
	e.*,
	coalesce(r.recorded, false) as recorded,
	coalesce(r.has_effect, false) as has_effect,
	case
		when not by_file and m.service is not null then if(coalesce(c.used, false), 'used', 'unused')
		when coalesce(r.in_use, false) then 'used'
		when coalesce(r.has_status, false) then 'unused'
		else 'not_reported'
	end as use,
from entitled_on(to_day, on_day, known) e
left join called c on c.department = e.department and c.service = e.service
left join metered m on m.service = e.service
left join reported r on r.department = e.department and r.service = e.service
where to_day >= date '2025-08-01';

-- Confirmed findings under some items, by the latest decision on each: whose they are as of the day of the decision.
create macro findings_confirmed_on(on_day, known, items) as table
with
standing as (
	select f.*, coalesce(g.root_id, f.case_id) as root_id
	from finding f
	anti join superseded_at(known) s on s.source_id = f.source_id and s.event_id = f.event_id
	left join case_groups_at(known) g on g.case_id = f.case_id
	where f.seq <= known and f.told_on <= on_day and list_contains(items, f.item)
),
lead as (
	select root_id, item, min_by(department, seq) as department
	from standing
	where type = 'finding.recorded' and root_id is not null
	group by root_id, item
),
decided as (
	select d.*, coalesce(d.department, l.department) as liable
	from standing d
	left join lead l on l.root_id = d.root_id and l.item = d.item
	where d.type = 'finding.decided'
	qualify row_number() over (
		partition by d.item, liable, d.clock, coalesce(d.fact, d.root_id, d.event_id) order by d.told_on desc, d.seq desc
	) = 1
)
select
	coalesce(b.bearer, liable) as department, item, clock, fact, root_id as case_id, told_on as on_day, source_id, event_id,
from decided
left join bearers_at(known) b on b.code = liable and b.from_on <= told_on and told_on < b.to_on
where decision = 'confirmed' and liable is not null;

create macro application_units(as_of, known, period_from, period_to) as table
with
asked as materialized (
	select least(period_to, as_of) as until
),
held as materialized (
	select *
	from use_on(as_of, known, period_from, least(period_to, as_of))
	where not suspended
),
ripe as (
	select *, until
	from held, asked
	where since_on <= until - 30
),
untrue as (
	select distinct case_id, department
	from findings_confirmed_on(as_of, known, ['40.7'])
	where clock is null
),
submitted as (
	select m.* exclude (outcome), coalesce(b.bearer, m.counterparty) as asker
	from matters_on(as_of, known, ruled_on := period_from) m
	left join bearers_at(known) b on b.code = m.counterparty and b.from_on <= m.started_on and m.started_on < b.to_on
	where
		clock in ('reply.unconditional', 'reply.conditional', 'local.reply.none') and m.counterparty is not null
		and m.started_on between greatest(period_from, date '2025-08-01') and least(period_to, as_of)
		and (m.status <> 'excluded' or m.left_for in ('withdrawn', 'lapsed'))
),
called as (
	select
		department, min_by(provider, (day, provider)) as provider, service, min_by(catalogue, (day, provider)) as catalogue,
		max(day) as on_day, sum(calls) as calls, sum(rows) as rows,
	from calls_on(as_of, known, period_from, least(period_to, as_of))
	group by department, service
),
unit as (
	select
		'A1' as indicator, department, provider as counterparty, region, catalogue, service, case_id, until as on_day,
		(use = 'used')::int as num, (use <> 'not_reported')::int as den, use as outcome,
	from ripe
	union all by name
	select
		'A2' as indicator, department, provider as counterparty, region, catalogue, service, case_id, until as on_day,
		has_effect::int as num, 1 as den, if(has_effect, 'effect_reported', 'effect_missing') as outcome,
	from ripe
	where use = 'used'
	union all by name
	select
		'A3' as indicator, department, case_id, on_day, source_id, event_id, 1 as num, null as den, 'confirmed' as outcome,
	from findings_confirmed_on(as_of, known, ['40.1'])
	where on_day between period_from and period_to
	union all by name
	select
		'A4' as indicator, asker as department, s.department as counterparty, region, catalogue, case_no, s.case_id, clock, sharing, round,
		counted_line as line, started_on as on_day,
		case
			when left_for = 'lapsed' then 'lapsed'
			when notices > 0 then 'noticed'
			when u.case_id is not null then 'untrue'
			else 'accepted'
		end as outcome,
		(outcome = 'accepted')::int as num, 1 as den,
	from submitted s
	left join untrue u on u.case_id = s.case_id and u.department = asker
	union all by name
	select
		'A5' as indicator, department, provider as counterparty, region, catalogue, service, case_id, until as on_day,
		recorded::int as num, 1 as den, if(recorded, 'recorded', 'unrecorded') as outcome,
	from held, asked
	union all by name
	select
		unnest(['A7a', 'A7b']) as indicator, department, provider as counterparty, catalogue, service, on_day,
		if(indicator = 'A7a', calls, rows) as num, null as den, 'called' as outcome,
	from called
	union all by name
	select
		'A7c' as indicator, provider as department, department as counterparty, until as on_day, 1 as num, null as den, 'served' as outcome,
	from ripe
	where use = 'used' and provider is not null
	group by provider, department, until
)
select
	indicator, department, counterparty, region, catalogue, service, case_no, case_id, clock, sharing, round::int as round, line,
	source_id, event_id, on_day, num::double as num, den::double as den, outcome, false as excused,
from unit
where department is not null and num is not null;
