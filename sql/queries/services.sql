-- One row per body (in charge on the day of the record) × service with daily records in the span, up to the day. A later record of a day, of the same caller, replaces an earlier one.
-- params: as_of, known, visible, from, to, departments
with
record as (
	select r.*, coalesce(b.bearer, r.department) as body
	from service_day r
	left join bearers_at($known::int) b on b.code = r.department and b.from_on <= r.day and r.day < b.to_on
	anti join superseded_at($known::int) s on s.source_id = r.source_id and s.event_id = r.event_id
	where
		seq <= $known::int and day between $from::date and least($to::date, $as_of::date)
		and may_see($visible::varchar[], department, counterparty)
		and ($departments::varchar[] is null or list_contains($departments::varchar[], body))
	qualify row_number() over (partition by body, service, counterparty, day order by seq desc) = 1
),
counted as (
	select body as department, service, count(distinct day) as days, sum(calls) as calls, sum(failures) as failures, max(day) as last_day
	from record
	group by body, service
)
select
	department, coalesce(d.name, department) as department_name, service,
	days::int as days, calls::double as calls, failures::double as failures,
	rate(calls - failures, calls) as success_rate,
	last_day::varchar as last_day,
from counted
left join departments_on($as_of::date, $known::int) d on d.code = department
order by department, service
