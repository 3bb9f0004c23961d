-- One row per later request × provider × item, received by the day, that may be an earlier one under a new number (陷阱9、20): of
-- the same demander for the same item at the same provider, received within `within` calendar days after the nearest earlier
-- one was withdrawn | lapsed | refused_for_materials | given a notice. Never merged, never scored.
-- `gained`: working days from the earlier due day to the later one.
create macro restarts_on(on_day, known, within) as table
with
request as (
	select
		department, counterparty, catalogue, case_no, line, started_at, started_on, due_on, due_no, stands_from, excluded_for,
		struct_pack(case_id, received_on := started_on, due_on, due_no) as told,
	from clock_run
	where
		clock in ('reply.unconditional', 'reply.conditional') and counterparty is not null and catalogue is not null
		and stands_to is null and known_from <= known and (known_to is null or known < known_to)
),
later as (
	select department, counterparty, catalogue, case_no, min(started_at) as received_at, arg_min(told, started_at) as later
	from request
	where started_on <= on_day
	group by department, counterparty, catalogue, case_no
),
pair as (
	select l.*, e.case_no as earlier_no, e.line, e.told as earlier, e.excluded_for, e.stands_from
	from later l
	join request e using (department, counterparty, catalogue)
	where e.case_no <> l.case_no and e.started_at < received_at
),
member as (
	select distinct earlier_no, earlier_no as case_no
	from pair
	union
	select g.root_no, g.case_no
	from case_group g
	where
		g.root_no in (select earlier_no from pair)
		and g.known_from <= known and (g.known_to is null or known < g.known_to)
),
told as materialized (
	select m.earlier_no, e.line, e.department, e.type, greatest(e.occurred_at, e.recorded_at) as done_at, e.body
	from member m
	join event e using (case_no)
	anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
	where
		e.seq <= known and e.retracts is null
		and e.type in ('request.withdrawn', 'request.material_notice', 'request.replied')
),
act as (
	select * exclude (body)
	from told
	where type <> 'request.replied' or (body->>'$.data.outcome' = 'refuse' and trim(body->>'$.data.reason_code') = '6')
),
dated as (
	select a.*, d.day as done_on
	from act a
	asof join (select day, ends_at from days_at(known) where calendar = '') d on a.done_at < d.ends_at
),
found as (
	select
		p.*, a.done_on as how_on,
		case a.type when 'request.withdrawn' then 'withdrawn' when 'request.replied' then 'refused_for_materials' else 'notice' end as how,
	from pair p
	join dated a using (earlier_no)
	where
		a.done_at < p.received_at and (a.line = '' or a.line = p.line)
		and (a.type = 'request.withdrawn' or a.department = p.department)
	union all by name
	select *, stands_from as how_on, 'lapsed' as how
	from pair
	where excluded_for = 'lapsed' and stands_from <= later.received_on
)
select
	earlier.case_id as earlier_case, later.case_id as later_case, department, counterparty, catalogue, how, how_on,
	earlier.due_on as earlier_due_on, later.received_on as received_on, later.due_on as later_due_on,
	date_diff('day', how_on, later.received_on) as apart,
	greatest(0, later.due_no - earlier.due_no) as gained,
from found
where date_diff('day', how_on, later.received_on) <= within
qualify row_number() over (
	partition by case_no, department, counterparty, catalogue
	order by how_on desc, how desc, earlier.received_on desc, earlier.case_id
) = 1;
