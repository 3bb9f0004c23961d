-- One row per body (in charge on the day) × service × day of the span × caller named (null: nobody), as last reported. How long the
-- service was there on a day is told by one of them.
create macro service_days_in(as_of, known, period_from, period_to) as table
with
last as (
	select r.*, coalesce(b.bearer, r.department) as body
	from service_day r
	left join bearers_at(known) b on b.code = r.department and b.from_on <= r.day and r.day < b.to_on
	anti join superseded_at(known) s on s.source_id = r.source_id and s.event_id = r.event_id
	where r.seq <= known and r.day between period_from and least(period_to, as_of)
	qualify row_number() over (
		partition by body, r.service, r.counterparty, r.day order by r.told_at desc, r.source_id desc, r.event_id desc
	) = 1
)
select
	* replace (
		if(
			row_number() over (
				partition by body, service, day order by available_minutes is null, told_at desc, source_id desc, event_id desc
			) = 1,
			available_minutes, null
		) as available_minutes
	),
from last;
