-- What the authority decided that a scheme counts by itself: a model case that a higher authority recognised (第九条), an order to
-- put right that was refused (拒不改正). Both are acts on our own screens, appended like the registers of 050.

-- One row per decision on a body. `about`: the order, by the number or the event it carries; of a model case its document.
-- `holds`: false where the decision takes back an earlier one about the same.
create table verdict (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	fact varchar not null,
	department varchar not null,
	told_on date not null,
	document varchar,
	about varchar not null,
	holds boolean not null,
);

create macro verdicts_after(after) as table
select
	seq, source_id, event_id, if(type = 'practice.recognised', 'model_case', 'order_refused') as fact,
	counterparty as department, told_on, body->>'$.data.document' as document,
	coalesce(body->>'$.data.order', body->>'$.data.document') as about,
	coalesce(try_cast(body->>'$.data.refused' as boolean), true) as holds,
from acts_after(after, ['practice.recognised', 'enforcement.refusal_decided'])
where counterparty is not null
order by seq;

-- One row per body × what was decided about, as last decided by the day: those that hold. An order must have been given to the
-- body, and its deadline be over, before anybody can refuse it.
create macro verdicts_on(on_day, known) as table
with
latest as (
	select v.fact, v.department, v.about, arg_max(struct_pack(v.source_id, v.event_id, v.told_on, v.document, v.holds), (v.told_on, v.seq)) as last
	from verdict v
	anti join superseded_at(known) s on s.source_id = v.source_id and s.event_id = v.event_id
	where v.seq <= known and v.told_on <= on_day
	group by v.fact, v.department, v.about
)
select fact, department, about, last.source_id, last.event_id, last.told_on, last.document
from latest l
where
	last.holds
	and (
		fact = 'model_case'
		or exists (
			select 1
			from rectification o
			anti join superseded_at(known) s on s.source_id = o.source_id and s.event_id = o.event_id
			where
				o.type = 'enforcement.ordered' and o.seq <= known and o.counterparty = l.department
				and l.about in (o.document, o.event_id) and coalesce(o.deadline_on, o.told_on) < l.last.told_on
		)
	);
