-- One row per rule: its checks in the assessments that speak for the items, by outcome; the most failing first.
-- params: as_of, known, visible, from, to, departments
with
counted as (
	select
		rule_set, rule, any_value(rule_name) as rule_name, any_value(dimension) as dimension, count(*) as checks,
		count(*) filter (state = 'passed') as passed,
		count(*) filter (state = 'failed') as failed,
		count(*) filter (state = 'errored') as errored,
		count(*) filter (state = 'skipped') as skipped,
	from checks_told($as_of::date, $known::int, $from::date, $to::date)
	where
		($visible::varchar[] is null or list_contains($visible::varchar[], body))
		and ($departments::varchar[] is null or list_contains($departments::varchar[], body))
	group by rule_set, rule
)
select
	rule_set, rule, rule_name, dimension, checks::int as checks, passed::int as passed, failed::int as failed,
	errored::int as errored, skipped::int as skipped, (checks - passed - failed - errored - skipped)::int as unread,
from counted
order by failed desc, errored desc, checks desc, rule_set, rule
