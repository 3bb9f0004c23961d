-- How assessments are read: by the version of the rule set that they name.

-- The body that answers for a catalogue item on a day is its owner's bearer. One row per item that was there in the span, as last
-- described by its end. `since_on`: first described; `ended_on`: struck off.
create macro catalogue_items_in(as_of, known, period_from, period_to) as table
with
entry as (
	select e.*
	from catalogue_entry e
	anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
	where e.seq <= known and e.told_on <= least(period_to, as_of)
),
ended as (
	select e.catalogue, max(e.told_on) as ended_on
	from catalogue_end e
	anti join superseded_at(known) s on s.source_id = e.source_id and s.event_id = e.event_id
	where e.seq <= known and e.told_on <= least(period_to, as_of)
	group by e.catalogue
),
item as (
	select
		catalogue, min(told_on) as since_on, max(told_on) as last_on,
		arg_max(struct_pack(owner, region, defects), (told_at, source_id, event_id)) as told,
	from entry
	group by catalogue
)
select
	catalogue, told.owner as owner, told.region as region, told.defects as defects, since_on,
	if(ended_on >= last_on, ended_on, null) as ended_on,
from item
left join ended using (catalogue)
where not coalesce(ended_on >= last_on and ended_on < period_from, false);

-- One row per check of every assessment in the span. `share`: of what was checked, how much is good, whatever the direction; null
-- where the check counts for nothing. `state`: passed | failed | errored | skipped | unreadable | no_dimension | no_rule_set. A
-- version left out is the one in force on the day of the assessment. What a report says of the direction of its own figures goes
-- before what the set says; what the set says of the dimension of its rules goes before what the report says.
create macro checks_in(as_of, known, period_from, period_to) as table
with
standing as materialized (from rule_sets_at(known)),
version as (
	select code, version, any_value(effective_on) as effective_on
	from standing
	group by code, version
),
rule as materialized (from rules_at(known)),
told as (
	select a.*
	from assessment a
	anti join superseded_at(known) s on s.source_id = a.source_id and s.event_id = a.event_id
	where a.seq <= known and a.told_on between period_from and least(period_to, as_of)
),
named as (
	select t.source_id, t.event_id, max_by(v.version, (v.effective_on, v.version)) as version
	from told t
	join version v
		on v.code = t.rule_set
		and (v.version = t.rule_set_version or t.rule_set_version is null and v.effective_on <= t.told_on)
	group by t.source_id, t.event_id
),
read as (
	select
		t.*, n.version as read_by, c.nth, c.rule, coalesce(r.name, c.rule) as rule_name,
		coalesce(r.dimension, c.dimension) as dimension, coalesce(c.direction, r.direction, 'higher') as direction,
		coalesce(r.weight, 1) as weight, c.passing, c.checked, c.outcome,
		if(coalesce(c.direction, r.direction, 'higher') = 'lower', c.checked - c.passing, c.passing) / nullif(c.checked, 0) as good,
	from told t
	left join named n on n.source_id = t.source_id and n.event_id = t.event_id
	left join assessment_check c on c.source_id = t.source_id and c.event_id = t.event_id and c.seq = t.seq
	left join rule r on r.code = t.rule_set and r.version = n.version and c.rule in (r.rule, r.name)
),
judged as (
	select
		*,
		case
			when read_by is null then 'no_rule_set'
			when nth is null then null
			when outcome in ('errored', 'skipped') then outcome
			when checked = 0 then 'skipped'
			when good is null then 'unreadable'
			when dimension is null then 'no_dimension'
			else coalesce(outcome, if(good = 1, 'passed', 'failed'))
		end as state,
	from read
)
select
	j.* exclude (good), w.weight as dimension_weight, if(j.state in ('passed', 'failed'), j.good, null) as share,
from judged j
left join standing w on w.code = j.rule_set and w.version = j.read_by and w.dimension = j.dimension;

-- One row per assessment in the span × dimension that it checked, null where a check has none: the mean of its rules' shares by
-- their weights.
create macro dimensions_in(as_of, known, period_from, period_to) as table
select
	source_id, event_id, catalogue, department, region, told_on, told_at, rule_set, rule_set_version, read_by, dimension,
	any_value(dimension_weight) as weight,
	sum(share * weight order by nth) / sum(weight order by nth) filter (share is not null) as share,
	count(nth) as checks,
	count(*) filter (state = 'passed') as passed,
	count(*) filter (state = 'failed') as failed,
	count(*) filter (state = 'errored') as errored,
	count(*) filter (state = 'skipped') as skipped,
from checks_in(as_of, known, period_from, period_to)
group by all;

-- One row per assessment in the span. `score`: 0 to 100, the dimensions that were assessed standing for the whole; null where no
-- check counts: `state` says why. `latest`: it speaks for its item: the last of those with a score, the last of all where none has.
create macro assessments_in(as_of, known, period_from, period_to) as table
with
scored as (
	select
		source_id, event_id, catalogue, department, region, told_on, told_at, rule_set, rule_set_version, read_by,
		100 * sum(share * weight order by dimension) filter (share is not null)
			/ sum(weight order by dimension) filter (share is not null) as score,
		sum(checks) as checks,
		sum(passed) as passed,
		sum(failed) as failed,
		sum(errored) as errored,
		sum(skipped) as skipped,
	from dimensions_in(as_of, known, period_from, period_to)
	group by all
)
select
	*,
	case
		when score is not null then 'scored'
		when read_by is null then 'no_rule_set'
		when errored > 0 then 'errored'
		when skipped > 0 then 'skipped'
		else 'unreadable'
	end as state,
	row_number() over (
		partition by catalogue order by score is null, told_on desc, told_at desc, source_id desc, event_id desc
	) = 1 as latest,
from scored;
