-- THE definition of how complete the reporting was (interpretation.md, 报送完整性). A platform owes a heartbeat for every working
-- day that is over, from its first one on; whether what it counts there has arrived tells whether the day is complete. What a
-- platform answered when we asked it for its totals counts as what it counts, and makes no heartbeat owed.

-- Share of complete days below which a figure is stamped 数据不完整.
create macro complete_from() as 0.95;

-- The latest heartbeat of every platform for a day, as known at `known`. Grouped, not ranked by a window: over an anti join
-- DuckDB plans that wrongly once it has statistics of two batches.
create macro beats_at(known) as table
select h.source_id, h.day, arg_max(struct_pack(counts), h.seq).counts as counts
from heartbeat h
anti join superseded_at(known) s on s.source_id = h.source_id and s.event_id = h.event_id
where h.seq <= known and is_platform(h.source_id)
group by h.source_id, h.day;

-- What every platform counts for a day, from its latest heartbeat with counts or its latest answer, whichever came last. `asked`:
-- from an answer; `whole`: all types together, under the name `*`.
create macro counts_at(known) as table
select *, counts['*'] is not null as whole
from (
	select source_id, day, arg_max(counts, seq) as counts, arg_max(asked, seq) as asked
	from (
		select h.source_id, h.day, h.seq, h.counts, false as asked
		from heartbeat h
		anti join superseded_at(known) s on s.source_id = h.source_id and s.event_id = h.event_id
		where h.seq <= known and h.counts is not null and is_platform(h.source_id)
		union all
		select source_id, day, seq, counts, true
		from platform_total
		where seq <= known and counts is not null
	)
	group by source_id, day
);

-- One row per platform that ever sent a heartbeat by the day: the first and the last of them, and `silent_since`, the first
-- working day after the last one that was over before the day began (null: it is not silent).
create macro beating_on(on_day, known) as table
with
beating as (
	select source_id, min(day) as since, max(day) as last_on
	from beats_at(known)
	where day <= on_day
	group by source_id
)
select b.*, min(d.day) as silent_since
from beating b
left join days_at(known) d on d.calendar = '' and d.workday and d.day > b.last_on and d.day < on_day
group by all;

-- One row per platform × working day of the period that is over, from the platform's first heartbeat on: it owed one, and
-- whether it came.
create macro beats_owed_on(on_day, known, period_from, period_to) as table
with
beat as materialized (
	select source_id, day, min(day) over (partition by source_id) as since
	from beats_at(known)
	where day <= on_day
),
platform as materialized (
	select source_id, any_value(since) as since
	from beat
	group by source_id
),
owing as materialized (
	select day as owed_on
	from days_at(known)
	where calendar = '' and workday and day < on_day and day between period_from and period_to
)
select p.source_id, owed_on as day, bool_or(b.day is not null) as beat
from platform p
join owing on owed_on >= since
left join beat b on b.source_id = p.source_id and b.day = owed_on
group by p.source_id, owed_on;

-- One row per platform × day of the period on which it owed a heartbeat, sent one, or answered for it. `expected`: it owed one;
-- `beat`: it sent one; `asked`: what it counts is its answer. `told` and `got`: events it counts for the day, and those we have;
-- `lacking`: of those counted, how many we do not have; `differences`: `type told got`, where they differ (`*`: all types
-- together). `state`: complete | short (something lacks) | silent (owed, and nothing told) | unchecked (it does not count, or
-- never tells: whether all arrived cannot be told).
create macro platform_days_on(on_day, known, period_from, period_to) as table
with
asked as (
	select day, workday and day < on_day as expected
	from days_at(known)
	where calendar = '' and day between period_from and least(period_to, on_day)
),
sent as materialized (
	select source_id, recorded_on(recorded_at) as day, type, count(*) as got
	from event
	where seq <= known and is_platform(source_id)
	group by all
),
counts as materialized (
	select c.*
	from counts_at(known) c
	semi join asked using (day)
),
platform as (
	select source_id, coalesce(b.since, first_on) as since, b.since is not null as beats
	from (
		select source_id, min(day) filter (not answered) as first_on
		from (
			select source_id, day, false as answered from sent
			union all
			select source_id, day, true from counts
		)
		group by source_id
	)
	left join beating_on(on_day, known) b using (source_id)
),
beat as (
	select b.*
	from beats_at(known) b
	semi join asked using (day)
),
counted as (
	select source_id, day, entry.key as type, entry.value as told
	from (select source_id, day, whole, unnest(map_entries(counts)) as entry from counts)
	where not whole or entry.key = '*'
),
taken as (
	select source_id, day, if(whole, '*', type) as type, sum(got) as got
	from sent
	join counts using (source_id, day)
	where not whole or type <> 'platform.heartbeat'
	group by all
),
compared as (
	select
		source_id, day, sum(told) as told, sum(got) as got, sum(greatest(told - got, 0)) as lacking,
		list(concat_ws(' ', type, told, got) order by type) filter (told <> got) as differences,
	from (
		select source_id, day, type, coalesce(told, 0) as told, coalesce(got, 0) as got
		from counted
		full join taken using (source_id, day, type)
	)
	group by source_id, day
)
select
	p.source_id, a.day, a.expected, b.day is not null as beat, coalesce(n.asked, false) as asked,
	if(n.counts is null, null, coalesce(c.told, 0)) as told,
	if(n.counts is null, null, coalesce(c.got, 0)) as got,
	if(n.counts is null, null, coalesce(c.lacking, 0)) as lacking,
	if(n.counts is null, [], coalesce(c.differences, [])) as differences,
	case
		when n.counts is null and p.beats and b.day is null then 'silent'
		when n.counts is null then 'unchecked'
		when c.lacking > 0 then 'short'
		else 'complete'
	end as state,
from platform p
cross join asked a
left join beat b on b.source_id = p.source_id and b.day = a.day
left join counts n on n.source_id = p.source_id and n.day = a.day
left join compared c on c.source_id = p.source_id and c.day = a.day
where (a.expected and a.day >= p.since) or b.day is not null or n.day is not null;

-- One row per run of numbers that lacks between two that its platform gave to its events: `first_no` to `last_no`, and the days on
-- which the numbers before and after it were written. Of the numbers whose gap touches the period, up to the day.
create macro sequence_gaps_on(on_day, known, period_from, period_to) as table
with
told as (
	select source_id, number, min(day) as day
	from numbered
	where seq <= known and day <= on_day and is_platform(source_id)
	group by source_id, number
),
step as (
	select
		source_id, number, day, lead(number) over following as next, lead(day) over following as next_day,
	from told
	window following as (partition by source_id order by number)
)
select
	source_id, number + 1 as first_no, next - 1 as last_no, next - number - 1 as lacking,
	least(day, next_day) as after_on, greatest(day, next_day) as before_on,
from step
where next > number + 1 and greatest(day, next_day) >= period_from and least(day, next_day) <= period_to;

-- The platforms behind a body's figures: those that told of it, or of who it answers for, in this year or the last one.
create macro platforms_behind(on_day, known) as table
select distinct unnest([t.department, coalesce(b.bearer, t.department)]) as department, t.source_id
from teller t
left join bearers_at(known) b on b.code = t.department and b.from_on <= on_day and on_day < b.to_on
where t.seq <= known and is_platform(t.source_id) and t.year between year(on_day) - 1 and year(on_day);

-- One row per body whose figures rest on a platform, and one with department null: of those bodies (null: of all) together, each
-- platform counted once. `sources`: the platforms; `silent_sources`: those silent on the day; the platform-days of the period,
-- and how many of those that can be checked were complete. `incomplete`: 数据不完整; where nothing can be checked it is null.
create macro coverage_among(on_day, known, period_from, period_to, bodies) as table
with
per_platform as materialized (
	select
		source_id, count(*) filter (state = 'complete') as complete, count(*) filter (state = 'short') as short,
		count(*) filter (state = 'silent') as silent, count(*) filter (state = 'unchecked') as unchecked,
	from platform_days_on(on_day, known, period_from, period_to)
	group by source_id
),
own as materialized (
	from platforms_behind(least(period_to, on_day), known)
	where bodies is null or list_contains(bodies, department)
),
behind as (
	from own
	union
	select null as department, source_id
	from own
)
select
	*, rate(complete, complete + short + silent) as share,
	share < complete_from() as incomplete,
from (
	select
		department, list(p.source_id order by p.source_id) as sources,
		coalesce(list(p.source_id order by p.source_id) filter (q.silent_since is not null), []) as silent_sources,
		coalesce(sum(d.complete), 0) as complete, coalesce(sum(d.short), 0) as short,
		coalesce(sum(d.silent), 0) as silent, coalesce(sum(d.unchecked), 0) as unchecked,
	from behind p
	left join per_platform d using (source_id)
	left join beating_on(on_day, known) q using (source_id)
	group by department
);

create macro coverage_on(on_day, known, period_from, period_to) as table
from coverage_among(on_day, known, period_from, period_to, null::varchar[])
where department is not null;

-- What a measure says of the reporting behind its figures (`reported` of analytics/measures/coverage.ts): one row per body of the
-- list, and one with department null for them together; `platforms` 0: none tells of it.
create macro reported_on(on_day, known, period_from, period_to, bodies) as table
select
	b.department, coalesce(len(c.sources), 0)::int as platforms, coalesce(complete, 0)::int as complete,
	coalesce(short, 0)::int as short, coalesce(silent, 0)::int as silent, coalesce(unchecked, 0)::int as unchecked,
	coalesce(len(silent_sources) > 0, false) as quiet, incomplete,
from (select unnest(list_append(list_distinct(coalesce(bodies, [])), null)) as department) b
left join coverage_among(on_day, known, period_from, period_to, coalesce(bodies, [])) c on c.department is not distinct from b.department;
