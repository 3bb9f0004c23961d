-- Scoring schemes (评分方案): one row per adopted version, the one shipped under seq 0. `body`: as analytics/law/scheme.ts says (JSON).
create table scheme (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	effective date not null,
	body varchar not null,
);

create macro schemes_after(after) as table
select seq, source_id, event_id, (body->>'$.data.scheme.effective')::date as effective, (body->'$.data.scheme')::varchar as body
from telling_after(after, 'scheme.adopted')
order by seq;

-- Versions that stand at `known`, one per effective day.
create macro schemes_at(known) as table
select e.effective, max(e.seq) as seq, arg_max(e.body, e.seq) as body
from scheme e
anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
where e.seq <= known
group by e.effective;

-- The version in force on a day, as known at `known`; the earliest one for days before all.
create macro scheme_on(ruled_on, known) as (
	select body
	from schemes_at(known)
	order by effective <= ruled_on desc, abs(date_diff('day', effective, ruled_on))
	limit 1
);

-- Points, 0 to 1, evenly from `zero_at` to `full_at`.
create macro points_of(value, full_at, zero_at) as greatest(0, least(1, (value - zero_at) / (full_at - zero_at)));

-- Rank among those of a table that have one (1, 2, 2, 4), on the unrounded value; null where there is a reason against one.
create macro place(value, unranked, board) as
	if(unranked is null, rank() over (partition by board, unranked is null order by value desc), null);
