-- Units of 及时性: T1–T12 (analytics/law/indicators/timeliness.ts says their populations). Each counts for the body that answered for
-- the duty on the unit's own day: the due day, the day it ended, the day of receipt; of the stock, the day asked.
create macro timeliness_units(as_of, known, period_from, period_to) as table
with
matter as materialized (
	select m.*, c.statutory and c.owed_by <> 'authority' and not c.floor as counts, least(period_to, as_of) as until
	from matters_on(as_of, known, ruled_on := period_from) m
	join clock c using (clock)
),
punctual as (
	select
		case clock
			when 'reply.unconditional' then 'T1'
			when 'reply.conditional' then 'T2'
			when 'delivery' then 'T3'
			when 'correction' then 'T4'
			when 'catalogue.update' then 'T5'
			when 'local.return' then 'T7'
		end as indicator,
		* exclude (outcome), due_on as on_day, (status = 'met')::int as num, 1 as den, status as outcome,
	from matter
	where fell_due(status, due_on, period_from, period_to, until)
),
finished as (
	select
		case clock
			when 'reply.unconditional' then 'T6a'
			when 'reply.conditional' then 'T6a'
			when 'delivery' then 'T6b'
			when 'correction' then 'T6c'
		end as indicator,
		* exclude (outcome), ended_on as on_day, net_days as num, 1 as den, status as outcome,
	from matter
	where status in ('met', 'late') and net_days is not null and ended_on between period_from and until
),
whole as (
	select
		'T12' as indicator, d.* exclude (indicator, on_day, num, den, outcome), d.ended_on as on_day, d.ended_no - r.started_no as num,
		1 as den, d.status as outcome,
	from finished d
	join matter r on r.case_no = d.case_no and r.owed_by = d.owed_by and r.sharing is not distinct from d.sharing and r.round = d.round
		and r.counted_line is not distinct from d.counted_line and r.clock in ('reply.unconditional', 'reply.conditional')
	where d.indicator = 'T6b'
),
stock as (
	select
		unnest(['T8a', 'T8b']) as indicator, * exclude (outcome), as_of as on_day,
		if(indicator = 'T8a', 1, days_late - coalesce(days_late_inherited, 0)) as num,
		if(indicator = 'T8a', null, 1) as den,
		status as outcome,
	from matter
	where status = 'overdue' and counts
),
received as (
	select
		unnest(['T9', 'T10a', 'T10b']) as indicator, * exclude (outcome), started_on as on_day,
		case indicator when 'T9' then extended > 0 when 'T10a' then notices > 0 else notices > 1 end::int as num,
		1 as den,
		case
			when indicator = 'T9' and extended > 0 then 'extended'
			when indicator <> 'T9' and notices > 1 then 'noticed_again'
			when indicator <> 'T9' and notices > 0 then 'noticed'
			else 'plain'
		end as outcome,
	from matter
	where
		clock in ('reply.unconditional', 'reply.conditional') and started_on between period_from and until
		and (status <> 'excluded' or left_for in ('withdrawn', 'lapsed', 'transferred'))
),
replied as (
	select
		unnest(['T11a', 'T11b']) as indicator, *, ended_on as on_day,
		if(indicator = 'T11a', outcome <> 'refuse', list_contains(defects, 'refused_without_reason'))::int as num,
		1 as den,
		if(indicator = 'T11b' and num = 1, 'refused_without_reason', outcome) as answer,
	from matter
	where outcome is not null and status in ('met', 'late') and ended_on between period_from and until
),
unit as (
	from punctual
	union all by name
	from finished
	union all by name
	from whole
	union all by name
	from stock
	union all by name
	from received
	where indicator <> 'T10b' or notices > 0
	union all by name
	select * exclude (outcome, answer), answer as outcome
	from replied
	where indicator = 'T11a' or outcome = 'refuse'
)
select
	indicator, coalesce(b.bearer, owed_by) as department, counterparty, region, catalogue, null::varchar as service, case_no, case_id, clock, sharing, round::int as round,
	counted_line as line, null::int as source_id, null::varchar as event_id, on_day, num::double as num, den::double as den, outcome,
	coalesce(excused and indicator in ('T1', 'T2', 'T3'), false) as excused,
from unit
left join bearers_at(known) b on b.code = owed_by and b.from_on <= on_day and on_day < b.to_on
where indicator is not null;
