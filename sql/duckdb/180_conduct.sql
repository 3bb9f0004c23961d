-- What bodies did in cases, as far as patterns of evasion (规避迹象) rest on it: appended like the registers of 050.

-- One row per such act. `other`: the body a request was handed to; `answer`: of a reply its sharing type, of a decision on a
-- rejected delivery whether it was upheld; `service`: the service delivered.
create table conduct (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	type varchar not null,
	case_id varchar not null,
	line varchar not null,
	department varchar not null,
	counterparty varchar,
	catalogue varchar,
	told_on date not null,
	other varchar,
	answer varchar,
	service varchar,
);

create macro conducts_after(after) as table
select
	seq, source_id, event_id, type, case_id, line, department, counterparty, catalogue, told_on,
	body->>'$.data.to_dept' as other,
	coalesce(body->>'$.data.sharing', body->>'$.data.upheld') as answer,
	body->>'$.data.service_id' as service,
from acts_after(
	after,
	[
		'request.material_notice', 'request.transferred', 'request.withdrawn', 'request.replied', 'delivery.provided',
		'delivery.rejected', 'delivery.rejection_decided', 'correction.received', 'correction.verified'
	]
)
where case_id is not null
order by seq;

-- Acts by the day that stand at `known`, under the number that their case is told by.
create macro conduct_on(on_day, known) as table
select c.* replace (coalesce(g.root_id, c.case_id) as case_id)
from conduct c
left join case_groups_at(known) g on g.case_id = c.case_id
anti join superseded_at(known) s on s.source_id = c.source_id and s.event_id = c.event_id
where c.seq <= known and c.told_on <= on_day;

-- An act on a line concerns it; one without a line, or a line without a number, concerns all.
create macro same_line(one, other) as one = '' or other = '' or one = other;
