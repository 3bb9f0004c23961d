-- What the authority has done about the cases of others (催办, 责令改正), as it stood on a day.

-- One row per order or verification that stands at `known`.
create macro rectifications_at(known) as table
select r.*
from rectification r
anti join superseded_at(known) s on s.source_id = r.source_id and s.event_id = r.event_id
where r.seq <= known;

-- One row per order to put something right given by a day, under the number of its case. `closed`: verified and passed.
create macro orders_on(on_day, known) as table
select
	o.seq, o.source_id, o.event_id, o.department, o.counterparty, coalesce(g.root_id, o.case_id) as case_id, o.document,
	o.told_on, o.deadline_on, coalesce(bool_or(v.passed), false) as closed,
from rectifications_at(known) o
left join case_groups_at(known) g on g.case_id = o.case_id
left join rectifications_at(known) v
	on v.type = 'enforcement.verified' and v.told_on <= on_day
	and if(v.about is null, v.document = o.document and v.counterparty is not distinct from o.counterparty, v.about = o.event_id)
where o.type = 'enforcement.ordered' and o.told_on <= on_day
group by all;

-- One row per case that was reminded by a day: how often, when last, and where that stands in the ledger.
create macro reminders_on(on_day, known) as table
select
	coalesce(g.root_id, r.case_id) as case_id, count(distinct (r.source_id, r.event_id)) as reminders,
	max(told_on) as reminded_on, max(r.seq) as reminded_seq,
from reminder r
left join case_groups_at(known) g on g.case_id = r.case_id
anti join superseded_at(known) s on s.source_id = r.source_id and s.event_id = r.event_id
where r.seq <= known and r.told_on <= on_day
group by all;

-- One row per reminded case × body that did something in it afterwards: when last, by its platform's record.
create macro answers_on(on_day, known) as table
select r.case_id, e.department, max(recorded_on(e.recorded_at)) as answered_on
from event e
left join case_groups_at(known) g on g.case_id = e.case_id
join reminders_on(on_day, known) r on r.case_id = coalesce(g.root_id, e.case_id)
where e.seq > reminded_seq and e.seq <= known and recorded_on(e.recorded_at) between reminded_on and on_day
group by all;
