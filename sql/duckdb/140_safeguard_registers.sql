-- What events say about security: appended like the registers of 050.

-- One row per item of the checklist (analytics/law/safeguards.ts): `item` its code, `name` the Chinese one.
create table safeguard_item (
	item varchar not null,
	ordinal integer not null,
	name varchar not null,
);

-- One row per registration of a safeguard. `status`: in_place | lacking | not_applicable.
create table safeguard (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	department varchar not null,
	item varchar not null,
	status varchar not null,
	told_on date not null,
	told_at timestamp not null,
	valid_until date,
);

-- One row per security incident discovered. `level`: extreme | major | larger | ordinary, null: not told; `side`: provider |
-- demander, which side of the sharing is said to be responsible.
create table incident (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	department varchar not null,
	counterparty varchar,
	region varchar,
	case_id varchar,
	told_on date not null,
	level varchar,
	side varchar,
	kind varchar,
);

-- One row per complaint closed. `upheld`: null where nothing is said.
create table complaint_closed (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	department varchar not null,
	region varchar,
	case_id varchar,
	told_on date not null,
	closed_at timestamp not null,
	upheld boolean,
);

create macro safeguards_after(after) as table
with
told as (
	select *, text_of(body->'$.data.item') as said, lower(text_of(body->'$.data.status')) as state
	from acts_after(after, ['security.safeguard'])
)
select
	seq, source_id, event_id, department, i.item,
	case
		when state in ('in_place', 'valid', '已落实', '落实', '有效') then 'in_place'
		when state in ('not_applicable', '不适用') then 'not_applicable'
		else 'lacking'
	end as status,
	told_on, occurred_at as told_at,
	try_cast(body->>'$.data.valid_until' as date) as valid_until,
from told
join safeguard_item i on said = i.item or said = i.name
order by seq;

create macro incidents_after(after) as table
select
	seq, source_id, event_id, department, counterparty, region, case_id, told_on,
	case
		when starts_with(level_said, '特别重大') then 'extreme'
		when starts_with(level_said, '重大') then 'major'
		when starts_with(level_said, '较大') then 'larger'
		when starts_with(level_said, '一般') then 'ordinary'
	end as level,
	if(side_said in ('provider', 'demander'), side_said, null) as side,
	text_of(body->'$.data.kind') as kind,
from (
	select *, text_of(body->'$.data.level') as level_said, text_of(body->'$.data.side') as side_said
	from acts_after(after, ['security.discovered'])
)
order by seq;

create macro complaints_closed_after(after) as table
select
	seq, source_id, event_id, department, region, case_id, told_on, occurred_at as closed_at,
	try_cast(body->>'$.data.upheld' as boolean) as upheld,
from acts_after(after, ['complaint.closed'])
order by seq;
