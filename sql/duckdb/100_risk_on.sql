-- 逾期可能性: what the past of the same clock says of the 件 under way (Kaplan–Meier; those still open are censored). Orders the
-- supervisor's day, enters no score.

-- True where the day is over by what was known: something was received after its 24:00.
create macro day_over(on_day, known) as (
	select coalesce(any_value(received_at >= end_of(on_day)), false)
	from event
	where seq = (select max(seq) from event where seq <= known)
);

-- One row per 件 with a due day under a clock of working days. `lasted`: net working days (pauses taken out) from its start
-- to its stop, or, where not `finished`, to the last working day that is over; a stop on a free day counts to the next
-- working day. `allowed`: net working days from its start to its due day; who was late lasted longer, at whatever hour.
-- Paused ones have no due day and are left out until they go on.
create macro durations_on(on_day, known, ruled_on := null) as table
with
calendar_day as (from days_at(known)),
over as (
	select calendar, no - (workday and not day_over(on_day, known))::int as over_no
	from calendar_day
	where day = on_day
),
timed as (
	select
		m.*, o.over_no - s.no - paused_days as open_for, m.due_no - s.no - paused_days as allowed,
		e.no + (not e.workday)::int - s.no - paused_days as stopped_after,
	from matters_on(on_day, known, ruled_on := ruled_on) m
	join clock c using (clock)
	join over o using (calendar)
	join calendar_day s on s.calendar = m.calendar and s.day = m.started_on
	left join calendar_day e on e.calendar = m.calendar and e.day = m.ended_on
	where not c.floor and not c.hourly and status in ('met', 'late', 'overdue', 'running')
)
select
	* exclude (open_for, stopped_after),
	coalesce(stopped_after <= open_for, false) as finished,
	case
		when not finished then open_for
		when status = 'late' then greatest(stopped_after, allowed + 1)
		else least(stopped_after, allowed)
	end as lasted,
from timed;

-- One row per body × clock, and per clock (`body` null), × net working days: of the 件 started in the 24 months up to the day, how
-- many lasted that long at least (`at_risk`), stopped then (`stopped`), and have finished at all.
create macro lifetimes_on(on_day, known, ruled_on := null) as table
with
moment as (
	select
		clock, if(grouping(held_by) = 1, null, held_by) as body, lasted,
		count(*) filter (finished) as stopped, count(*) as gone,
	from durations_on(on_day, known, ruled_on := ruled_on)
	where started_on > on_day - interval 24 month
	group by grouping sets ((clock, held_by, lasted), (clock, lasted))
)
select
	clock, body, lasted, stopped,
	sum(gone) over (partition by clock, body order by lasted desc) as at_risk,
	sum(stopped) over (partition by clock, body) as finished,
from moment;

-- One row per 件 under way: the probability that it lasts longer than `allowed`, given that it has lasted as long as it has:
-- the product of (1 − stopped ÷ at risk) over the days between. `basis`: own (of its body) where at least 20 finished and 5
-- lasted longer than this one so far, and somebody was followed through the due day; else all (every body), by the same
-- measure; else null: no estimate. `history`: how many finished; `at_risk`: how many lasted longer than this one so far.
create macro risk_on(on_day, known, ruled_on := null) as table
with
duration as materialized (from durations_on(on_day, known, ruled_on := ruled_on)),
lifetime as materialized (from lifetimes_on(on_day, known, ruled_on := ruled_on)),
under_way as (
	select *, row_number() over () as n
	from duration
	where status = 'running'
),
judged as (
	select
		u.n, if(body is null, 'all', 'own') as basis, any_value(l.finished) as history, max(at_risk) as at_risk,
		coalesce(product(1 - stopped / at_risk order by l.lasted) filter (l.lasted <= allowed), 1) as probability,
		max(l.lasted) >= any_value(allowed) or probability = 0 as followed,
	from under_way u
	join lifetime l on l.clock = u.clock and coalesce(l.body = u.held_by, true) and l.lasted > u.lasted
	group by u.n, body
),
best as (
	select n, arg_max(struct_pack(basis, history, at_risk, probability), basis = 'own') as found
	from judged
	where history >= 20 and at_risk >= 5 and followed
	group by n
)
select
	u.* exclude (n), found.basis as basis, found.history as history, found.at_risk as at_risk, found.probability as probability,
from under_way u
left join best using (n);
