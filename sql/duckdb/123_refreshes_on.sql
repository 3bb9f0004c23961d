-- 数据更新: what was to be refreshed by which day, by the cycle of the catalogue or by the day that a batch names.

create macro cycle_start(cycle, given) as (
	case cycle
		when '日' then given
		when '周' then date_trunc('week', given)::date
		when '月' then date_trunc('month', given)::date
		when '季' then date_trunc('quarter', given)::date
		when '半年' then (date_trunc('year', given) + if(month(given) > 6, interval 6 month, interval 0 month))::date
		when '年' then date_trunc('year', given)::date
	end
);

create macro cycle_step(cycle) as (
	case cycle
		when '日' then interval 1 day
		when '周' then interval 7 day
		when '月' then interval 1 month
		when '季' then interval 3 month
		when '半年' then interval 6 month
		when '年' then interval 1 year
	end
);

-- One row per span of days in which a catalogue item has one cycle: [from_on, to_on).
create macro cycles_on(as_of, known) as table
with
said as (
	select e.catalogue, e.told_on, arg_max(e.cycle, (e.told_at, e.source_id, e.event_id)) as cycle
	from catalogue_entry e
	anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
	where e.seq <= known and e.told_on <= as_of and e.cycle is not null
	group by e.catalogue, e.told_on
),
changed as (
	select *
	from said
	qualify cycle is distinct from lag(cycle) over (partition by catalogue order by told_on)
)
select
	catalogue, cycle, told_on as from_on,
	lead(told_on, 1, date 'infinity') over (partition by catalogue order by told_on) as to_on,
from changed;

-- One row per item × day on which it was to be refreshed, of those in the span that have passed or were kept. `state`: met | late
-- (refreshed after the day named) | overdue (no batch within the cycle) | unheard (its platform has told nothing since). A cycle
-- counts from the one of the item's first batch on. 实时 has days only where batches name them, 不定期 none.
create macro refreshes_in(as_of, known, period_from, period_to) as table
with
batch as materialized (
	select b.*
	from refresh_batch b
	anti join superseded_at(known) s on s.source_id = b.source_id and s.event_id = b.event_id
	where b.seq <= known and b.refreshed_on <= as_of
),
cycle as materialized (from cycles_on(as_of, known)),
first_batch as (
	select
		catalogue, min(least(refreshed_on, due_on)) as since_on,
		arg_max(source_id, (told_at, source_id, event_id)) as source_id,
	from batch
	group by catalogue
),
named as (
	select
		b.catalogue, b.due_on, arg_max(b.department, (b.told_at, b.source_id, b.event_id)) as department,
		arg_max(b.region, (b.told_at, b.source_id, b.event_id)) as region,
		arg_min(struct_pack(refreshed_on, source_id, event_id), (b.refreshed_on, b.told_at, b.source_id, b.event_id)) as first,
	from batch b
	left join cycle c on c.catalogue = b.catalogue and c.from_on <= b.due_on and b.due_on < c.to_on
	where b.due_on is not null and coalesce(c.cycle, '') <> '不定期'
	group by b.catalogue, b.due_on
),
started as (
	select
		c.*, f.source_id, f.since_on,
		unnest(generate_series(
			cycle_start(c.cycle, greatest(c.from_on, f.since_on, period_from))::timestamp,
			least(period_to, as_of)::timestamp, cycle_step(c.cycle)
		))::date as opens_on,
	from cycle c
	join first_batch f using (catalogue)
	where cycle_step(c.cycle) is not null and greatest(c.from_on, f.since_on, period_from) <= least(period_to, as_of)
),
turn as (
	select *, (opens_on + cycle_step(cycle))::date - 1 as due_on
	from started
	where opens_on >= from_on and (opens_on + cycle_step(cycle))::date - 1 < to_on
),
derived as (
	select
		t.catalogue, t.due_on, t.source_id,
		arg_min(
			struct_pack(refreshed_on := b.refreshed_on, source_id := b.source_id, event_id := b.event_id),
			(b.refreshed_on, b.told_at, b.source_id, b.event_id)
		) filter (b.refreshed_on is not null) as first,
	from turn t
	left join batch b
		on b.catalogue = t.catalogue and b.refreshed_on between t.opens_on and t.due_on
	anti join named n on n.catalogue = t.catalogue and n.due_on between t.opens_on and t.due_on
	group by t.catalogue, t.due_on, t.source_id
),
silent as (
	select h.source_id, max(h.day) as heard_on
	from heartbeat h
	anti join superseded_at(known) s on s.source_id = h.source_id and s.event_id = h.event_id
	where h.seq <= known
	group by h.source_id
)
select
	catalogue, due_on, null::varchar as department, null::varchar as region, first.refreshed_on as refreshed_on,
	first.source_id as source_id, first.event_id as event_id,
	case
		when first is not null then 'met'
		when coalesce(s.heard_on < due_on, false) then 'unheard'
		else 'overdue'
	end as state,
from derived
left join silent s using (source_id)
where due_on between period_from and least(period_to, as_of) and (first is not null or due_on < as_of)
union all by name
select
	catalogue, due_on, department, region, first.refreshed_on as refreshed_on, first.source_id as source_id,
	first.event_id as event_id, if(first.refreshed_on <= due_on, 'met', 'late') as state,
from named
where due_on between period_from and least(period_to, as_of);
