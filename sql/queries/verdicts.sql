-- One row per registration of a model case, or decision on an order refused, known at `known` and made by the day; the latest
-- first. `standing`: counts | replaced (a later one about the same) | denied (it decides that nothing was refused) |
-- without_order (the order does not stand, or its deadline was not over) | corrected | retracted.
-- params: as_of, known, visible
with
told as (
	select v.*, e.occurred_at, e.corrects, e.body->'$.data' as data, s.how
	from verdict v
	join event e on e.seq = v.seq
	left join superseded_at($known::int) s on s.source_id = v.source_id and s.event_id = v.event_id
	where v.seq <= $known::int and v.told_on <= $as_of::date and may_see($visible::varchar[], v.department, null)
),
act as (
	select *
	from event
	where seq <= $known::int and type in ('practice.recognised', 'enforcement.refusal_decided')
),
undone as (
	select source_id, retracts as event_id, max_by(struct_pack(occurred_at, body), seq) as by
	from act
	where retracts is not null
	group by source_id, retracts
),
latest as (
	select arg_max(seq, (told_on, seq)) as seq
	from told
	where how is null
	group by fact, department, about
),
ordered as (
	select t.seq, arg_max(struct_pack(o.document, o.told_on, o.deadline_on), o.seq) as said
	from told t
	join rectification o on o.counterparty = t.department and t.about in (o.document, o.event_id)
	where t.fact = 'order_refused' and o.type = 'enforcement.ordered' and o.seq <= $known::int
	group by t.seq
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	seq, event_id, fact, department, coalesce(names[department], department) as department_name, told_on::varchar as told_on,
	epoch_ms(occurred_at)::double as told_at, data->>'$.officer' as officer, t.document, about, t.holds as refused,
	data->>'$.title' as title, data->>'$.recognised_by' as recognised_by, data->>'$.issued' as issued_on, data->>'$.reason' as reason,
	said.document as order_document, said.told_on::varchar as ordered_on, said.deadline_on::varchar as deadline_on,
	corrects, data->>'$.correction_reason' as correction_reason,
	case
		when how is not null then how
		when seq not in (from latest) then 'replaced'
		when not t.holds then 'denied'
		when event_id in (select event_id from verdicts_on($as_of::date, $known::int)) then 'counts'
		else 'without_order'
	end as standing,
	if(how = 'retracted', epoch_ms(u.by.occurred_at)::double, null) as retracted_at,
	if(how = 'retracted', u.by.body->>'$.data.officer', null) as retracted_by,
	if(how = 'retracted', u.by.body->>'$.data.correction_reason', null) as retraction_reason,
	(select max(seq) from act)::int as latest,
from told t
cross join called
left join ordered using (seq)
left join undone u using (source_id, event_id)
order by seq desc
