-- Sets of rules by which data are assessed (GB/T 36344-2018 as shipped, and those adopted by a document since): versioned data.

-- One row per version of a set × dimension, as shipped (known_from = 0) or adopted.
create table rule_set (
	known_from integer not null,
	known_to integer,
	source_id integer not null,
	event_id varchar not null,
	code varchar not null,
	version varchar not null,
	name varchar not null,
	effective_on date not null,
	document varchar,
	dimension varchar not null,
	weight double not null,
);

-- One row per rule of a version. `direction`: higher | lower is better.
create table rule_set_rule (
	known_from integer not null,
	known_to integer,
	source_id integer not null,
	event_id varchar not null,
	code varchar not null,
	version varchar not null,
	rule varchar not null,
	name varchar not null,
	dimension varchar not null,
	direction varchar not null,
	weight double not null,
);

create macro rule_sets_after(after) as table
with
told as (
	select
		seq as known_from, source_id, event_id,
		body->>'$.data.ruleset.code' as code,
		body->>'$.data.ruleset.version' as version,
		body->>'$.data.ruleset.name' as name,
		(body->>'$.data.ruleset.effective')::date as effective_on,
		body->>'$.data.ruleset.document' as document,
		body->'$.data.ruleset.weights' as weights,
		unnest(json_keys(weights)) as dimension,
	from telling_after(after, 'ruleset.adopted')
)
select * exclude (weights), json_extract_string(weights, '$.' || dimension)::double as weight
from told
order by known_from, dimension;

create macro rule_set_rules_after(after) as table
with
told as (
	select
		seq as known_from, source_id, event_id,
		body->>'$.data.ruleset.code' as code,
		body->>'$.data.ruleset.version' as version,
		unnest((body->'$.data.ruleset.rules')::json[]) as one,
	from telling_after(after, 'ruleset.adopted')
)
select
	* exclude (one), one->>'$.code' as rule, one->>'$.name' as name, one->>'$.dimension' as dimension,
	one->>'$.direction' as direction, coalesce((one->>'$.weight')::double, 1) as weight,
from told
order by known_from, rule;

-- The versions that stand at `known`, a dimension a row: of one code and version the last adopted.
create macro rule_sets_at(known) as table
select r.*
from rule_set r
anti join superseded_at(known) s on s.source_id = r.source_id and s.event_id = r.event_id
where r.known_from <= known
qualify r.known_from = max(r.known_from) over (partition by r.code, r.version);

create macro rules_at(known) as table
select u.*
from rule_set_rule u
semi join rule_sets_at(known) r on r.known_from = u.known_from and r.code = u.code and r.version = u.version;
