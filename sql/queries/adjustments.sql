-- One row per change known at `known` that took effect within a span of days: policies, schemes and rule sets by their
-- effective day, calendars that bear on days of the span, and changes of organisation; the earliest first.
-- params: as_of, known, visible, from, to
with
span as (select $from::date as from_on, $to::date as to_on),
told as (
	select e.*
	from event e
	anti join superseded_at($known::int) s on s.source_id = e.source_id and s.event_id = e.event_id
	where seq <= $known::int and retracts is null
),
adopted as (
	select
		seq, type, body,
		coalesce(
			body->>'$.data.policy.effective', body->>'$.data.scheme.effective', body->>'$.data.ruleset.effective'
		)::date as effective_on,
		null::varchar[] as codes,
	from told
	where type in ('policy.adopted', 'scheme.adopted', 'ruleset.adopted')
),
calendar as (
	select
		seq, type, body, (occurred_at + interval 8 hour)::date as told_on,
		list_sort(list_concat(
			(body->>'$.data.overlay.off[*].from')::date[], (body->>'$.data.overlay.work[*].date')::date[]
		)) as days,
		(body->>'$.data.year.year')::int as year,
	from told
	where type = 'calendar.adopted'
),
organised as (
	select seq, list_distinct(flatten(list([code, successor, parent]))) as codes, min(effective_on) as effective_on
	from entries_at($known::int)
	where how <> 'recognised'
	group by seq
),
change as (
	from adopted
	union all by name
	select
		seq, type, body, null::varchar[] as codes,
		if(year is null, list_filter(days, lambda each: each between from_on and to_on)[1], told_on) as effective_on,
	from calendar, span
	where year is null or year between year(from_on) and year(to_on)
	union all by name
	select o.seq, e.type, e.body, list_filter(o.codes, lambda code: code is not null) as codes, o.effective_on
	from organised o
	join event e using (seq)
)
select seq, type, effective_on::varchar as effective_on, codes, body
from change, span
where effective_on > from_on and effective_on <= least(to_on, $as_of::date) and $visible::varchar[] is distinct from []
order by change.effective_on, seq
