-- Every case in which a pattern of evasion shows (规避迹象), under the body that answers for it on that day.
create macro patterns_on(
	as_of, known, period_from, period_to, near, replies_least, last_day_share, refiled_within, reclassified_within, transfers_least,
	undelivered_days, dead_days, corrections_least, quarter_end_days
) as table
with
shown as (
	from request_patterns(
		as_of, known, period_from, period_to, near, replies_least, last_day_share, refiled_within, reclassified_within, transfers_least
	)
	union all by name
	from result_patterns(as_of, known, period_from, period_to, undelivered_days, dead_days, corrections_least, quarter_end_days)
)
select s.* replace (coalesce(b.bearer, s.department) as department)
from shown s
left join bearers_at(known) b on b.code = s.department and b.from_on <= s.on_day and s.on_day < b.to_on;
