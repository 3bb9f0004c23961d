-- How late an event may be before it is told of, and how far two clocks may differ (interpretation.md, 报送质量).
create macro feed_slack() as interval 5 minute;
create macro feed_recorded_within() as interval 72 hour;
create macro feed_sent_within() as interval 24 hour;
-- By how much a duration that a platform states itself may differ from the one that its own times give: working days, hours.
create macro feed_took_within(unit) as if(unit = 'wd', 0, 1);

-- The moment up to which an act may have been done: a paper act's day has all its hours.
create macro done_by(occurred_at, day_only) as occurred_at + if(day_only, interval 24 hour, interval 0 hour);

-- One row per event of a platform × what is amiss with how it was sent, of the events that the platform wrote in the period (Asia/Shanghai
-- days) up to the day. `kind`: before_act (written before the act it tells of) · ahead (written, by the platform's clock, after we
-- received it) · recorded_late · sent_late · no_receipt (a reply in a case of which no receipt is told) · no_reply (a delivery
-- in a case of which no reply is told) · took_differs (it states another duration than any that the act ended took). `minutes`:
-- by how much the two times differ; null where it is not about times. `stated` and `counted`: the duration it states, and the
-- nearest one counted, in `unit`: wd (working days without pauses, of runs_on) or hours (from the start of the run to the act).
create macro feed_findings_on(on_day, known, period_from, period_to) as table
with
told as materialized (
	select e.*
	from event e
	anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
	where
		e.seq <= known and is_platform(e.source_id) and e.retracts is null
		and recorded_on(e.recorded_at) between period_from and least(period_to, on_day)
),
-- What a platform wrote before we first received anything of it is its past, and could not have been sent in time.
joined as (
	select source_id, min(received_at) as since
	from event
	group by source_id
),
received as (
	select distinct case_no
	from event
	where seq <= known and type in ('request.received', 'request.transferred')
),
answered as (
	select distinct case_no
	from event
	where seq <= known and type = 'request.replied'
),
stating as (
	select *
	from (
		select seq, event_id, case_no, occurred_at, 'wd' as unit, try_cast(body->>'$.data.took_wd' as double) as stated
		from told
		where contains(body, '"took_wd"')
		union all
		select seq, event_id, case_no, occurred_at, 'hours', try_cast(body->>'$.data.took_hours' as double)
		from told
		where contains(body, '"took_hours"')
	)
	where stated >= 0 and case_no is not null
),
found as (
	select 'before_act' as kind, seq, date_diff('minute', recorded_at, occurred_at) as minutes
	from told
	where recorded_at + feed_slack() < occurred_at
	union all
	select 'ahead', seq, date_diff('minute', received_at, recorded_at)
	from told
	where received_at + feed_slack() < recorded_at
	union all
	select 'recorded_late', seq, date_diff('minute', done_by(occurred_at, day_only), recorded_at)
	from told
	where done_by(occurred_at, day_only) + feed_recorded_within() < recorded_at
	union all
	select 'sent_late', seq, date_diff('minute', recorded_at, received_at)
	from told
	join joined using (source_id)
	where recorded_at >= since and recorded_at + feed_sent_within() < received_at
	union all
	select 'no_receipt', seq, null
	from told
	anti join received using (case_no)
	where type = 'request.replied' and case_no is not null
	union all
	select 'no_reply', seq, null
	from told
	anti join answered using (case_no)
	where type = 'delivery.provided' and case_no is not null
	union all by name
	select 'took_differs' as kind, seq, stated, counted, unit
	from (
		select
			s.seq, s.unit, any_value(s.stated) as stated,
			arg_min(counted, abs(counted - s.stated)) as counted,
		from stating s
		join (
			select
				r.case_no, r.ended_by, unnest(['wd', 'hours']) as unit, r.net_days, r.started_at
			from runs_on(on_day, known) r
			where r.ended_by is not null
		) r on r.case_no = s.case_no and r.ended_by = s.event_id and r.unit = s.unit
		cross join lateral (
			select if(s.unit = 'wd', r.net_days::double, date_diff('minute', r.started_at, s.occurred_at) / 60.0) as counted
		)
		where counted is not null
		group by s.seq, s.unit
	)
	where abs(counted - stated) > feed_took_within(unit)
)
select f.kind, f.minutes, f.stated, f.counted, f.unit, t.*
from found f
join told t using (seq);
