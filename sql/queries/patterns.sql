-- One row per pattern of evasion × body in which it shows: how many cases, and the latest day.
-- params: as_of, known, visible, from, to, near, replies_least, last_day_share, refiled_within, reclassified_within, transfers_least, undelivered_days, dead_days, corrections_least, quarter_end_days, patterns, departments
with
counted as (
	select pattern, department, count(*) as cases, max(on_day) as last_on
	from patterns_on(
		$as_of::date, $known::int, $from::date, $to::date,
		$near::int, $replies_least::int, $last_day_share::int, $refiled_within::int, $reclassified_within::int,
		$transfers_least::int, $undelivered_days::int, $dead_days::int, $corrections_least::int, $quarter_end_days::int
	)
	where
		($visible::varchar[] is null or list_contains($visible::varchar[], department))
		and ($patterns::varchar[] is null or list_contains($patterns::varchar[], pattern))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
	group by pattern, department
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	pattern, department, coalesce(names[department], department) as department_name, cases::int as cases, last_on::varchar as last_on,
from counted
cross join called
order by pattern, cases desc, department
