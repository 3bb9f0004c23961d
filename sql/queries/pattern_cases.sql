-- One row per case × pattern of evasion × body × clock in which it shows: the list behind every count of patterns; a page of it.
-- params: as_of, known, visible, from, to, near, replies_least, last_day_share, refiled_within, reclassified_within, transfers_least, undelivered_days, dead_days, corrections_least, quarter_end_days, patterns, departments, search, limit, offset
with
chosen as (
	select *, count(*) over () as total
	from patterns_on(
		$as_of::date, $known::int, $from::date, $to::date,
		$near::int, $replies_least::int, $last_day_share::int, $refiled_within::int, $reclassified_within::int,
		$transfers_least::int, $undelivered_days::int, $dead_days::int, $corrections_least::int, $quarter_end_days::int
	)
	where
		($visible::varchar[] is null or list_contains($visible::varchar[], department))
		and ($patterns::varchar[] is null or list_contains($patterns::varchar[], pattern))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
		and ($search::varchar is null or contains(lower(case_id), lower($search::varchar)))
),
called as (select map(list(code), list(name)) as names from names_on($as_of::date, $known::int))
select
	pattern, case_id, clock, department, coalesce(names[department], department) as department_name,
	counterparty, coalesce(names[counterparty], counterparty) as counterparty_name, catalogue, t.title as catalogue_title,
	on_day::varchar as on_day, figure::double as figure, total::int as total,
from chosen
cross join called
left join catalogue_at($known::int) t using (catalogue)
order by on_day desc, pattern, department, case_id, clock, counterparty, catalogue
limit $limit::int offset $offset::int
