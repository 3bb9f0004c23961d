-- What one side of a delivery reports and the other does not (第二十二条), as it stood on the day by what was known:
-- unconfirmed: delivered, and after more than `workdays` working days neither accepted nor rejected by the demander;
-- accepted_only, used_only: accepted, or used, and nobody ever reported it as delivered. One row per line of a case.
-- `department` provides, `counterparty` demands; `days`: working days since.
create macro unpaired_on(on_day, known, workdays) as table
with
told as (
	select
		coalesce(g.root_no, e.case_no) as case_no, coalesce(g.root_id, e.case_id) as case_id,
		type, line, department, counterparty, catalogue, occurred_at, body->>'$.data.service_id' as service,
	from event e
	left join case_groups_at(known) g on g.case_no = e.case_no
	anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
	where
		type in ('delivery.provided', 'delivery.accepted', 'delivery.rejected', 'use.recorded')
		and retracts is null and seq <= known and occurred_at < end_of(on_day)
),
provided as (
	select *
	from told
	where type = 'delivery.provided'
),
calendar_day as (
	select day, no, ends_at
	from days_at(known)
	where calendar = ''
),
delivered as (
	select r.case_no, r.case_id, r.line, r.department, r.counterparty, r.catalogue, r.ended_on, d.ends_at - interval 1 day as from_at
	from runs_on(on_day, known) r
	join calendar_day d on d.day = r.ended_on
	where clock = 'delivery' and status in ('met', 'late')
),
unconfirmed as (
	select d.*
	from delivered d
	anti join told t
		on t.case_no = d.case_no and t.type in ('delivery.accepted', 'delivery.rejected') and t.occurred_at >= d.from_at
		and (t.line = '' or d.line = '' or t.line = d.line or t.catalogue = d.catalogue)
	where workday_no(on_day, known) - workday_no(d.ended_on, known) > workdays
),
accepted_only as (
	select a.*
	from told a
	anti join provided p on p.case_no = a.case_no and (p.line = '' or a.line = '' or p.line = a.line or p.catalogue = a.catalogue)
	where a.type = 'delivery.accepted'
),
used_only as (
	select u.*
	from told u
	anti join provided p on p.counterparty = u.department and (p.service = u.service or p.catalogue = u.catalogue)
	where u.type = 'use.recorded'
),
alone as (
	select 'unconfirmed' as kind, case_no, case_id, line, department, counterparty, catalogue, ended_on as since_on
	from unconfirmed
	union all
	select
		if(a.type = 'use.recorded', 'used_only', 'accepted_only') as kind, case_no, case_id, line,
		a.counterparty as department, a.department as counterparty, catalogue, min(d.day) as since_on,
	from (from accepted_only union all from used_only) a
	asof join calendar_day d on a.occurred_at < d.ends_at
	group by all
)
select kind, case_no, case_id, line, department, counterparty, catalogue, since_on, asked.no - d.no as days
from alone
join calendar_day d on d.day = since_on
join calendar_day asked on asked.day = on_day;
