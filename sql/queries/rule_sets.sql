-- One row per version of a rule set known at `known`, by code, the latest effective day first. `weights`, `rules`: as JSON.
-- params: as_of, known, visible
with
version as (
	select
		known_from as seq, code, version, any_value(name) as name, any_value(effective_on) as effective_on,
		any_value(document) as document, json_group_object(dimension, weight)::varchar as weights,
	from rule_sets_at($known::int)
	group by known_from, code, version
),
listed as (
	select
		known_from as seq, code, version,
		to_json(list(struct_pack(code := rule, name, dimension, direction, weight) order by rule))::varchar as rules,
	from rules_at($known::int)
	group by known_from, code, version
)
select
	seq, code, version, name, effective_on::varchar as effective, document, weights, rules,
	coalesce(version = max_by(version, (effective_on, version)) filter (effective_on <= $as_of::date) over (partition by code), false) as in_force,
from version
join listed using (seq, code, version)
where $visible::varchar[] is null or true
order by code, effective_on desc, version desc
