-- One row per pair of cases of different platforms that look like one application: same demander, provider and catalogue
-- item, received within some calendar days of each other, not told as one and not decided; the likeliest first.
-- `score`: per cent of the items of both that they have in common, less 10 for every day between them.
-- params: as_of, known, visible, within, limit, offset
with
item as (
	select case_no, case_id, department, counterparty, catalogue, coalesce(title, catalogue) as title, min(started_on) as received_on,
	from clock_run
	left join catalogue_at($known::int) using (catalogue)
	where
		clock in ('reply.conditional', 'reply.unconditional') and catalogue is not null and counterparty is not null
		and known_from <= $known::int and (known_to is null or $known::int < known_to) and started_on <= $as_of::date
		and may_see($visible::varchar[], department, counterparty)
	group by all
),
alike as (
	select
		a.case_no as one_no, b.case_no as other_no, any_value(a.case_id) as one_id, any_value(b.case_id) as other_id,
		min(a.received_on) as one_on, min(b.received_on) as other_on, count(*) as same_items,
		max(abs(date_diff('day', a.received_on, b.received_on))) as days_apart,
		any_value(counterparty) as demander, list(distinct department) as providers, list(distinct a.title) as items,
	from item a
	join item b using (department, counterparty, catalogue)
	where a.case_no < b.case_no and abs(date_diff('day', a.received_on, b.received_on)) <= $within::int
	group by a.case_no, b.case_no
),
filed as (
	select coalesce(g.root_no, e.case_no) as case_no, arg_min(source_id, (type <> 'request.submitted', occurred_at, seq)) as source_id
	from event e
	left join case_groups_at($known::int) g on g.case_no = e.case_no
	where
		type in ('request.submitted', 'request.received') and is_platform(source_id) and seq <= $known::int
		and coalesce(g.root_no, e.case_no) in (select one_no from alike union select other_no from alike)
	group by all
),
decided as (
	select coalesce(g.root_id, one) as a, coalesce(h.root_id, other) as b
	from case_links_at($known::int) l
	left join case_groups_at($known::int) g on g.case_id = one
	left join case_groups_at($known::int) h on h.case_id = other
),
sized as (select case_no, count(distinct (department, catalogue)) as items from item group by case_no),
scored as (
	select l.*, f.source_id as one_source, h.source_id as other_source, n.items + m.items - same_items as all_items,
		greatest(0, round(100 * same_items / all_items)::int - 10 * days_apart) as score,
	from alike l
	join filed f on f.case_no = one_no
	join filed h on h.case_no = other_no and h.source_id <> f.source_id
	join sized n on n.case_no = one_no
	join sized m on m.case_no = other_no
	anti join decided d on (a = one_id and b = other_id) or (a = other_id and b = one_id)
)
select
	one_id, other_id, one_source, other_source, one_on::varchar as one_on, other_on::varchar as other_on, demander,
	list_sort(providers) as providers, list_sort(items) as items, same_items::int as same_items, all_items::int as all_items,
	days_apart::int as days_apart, score::int as score, (count(*) over ())::int as total,
from scored
order by score desc, one_on desc, one_id, other_id
limit $limit::int offset $offset::int
