-- What events say about the quality of data, appended like the registers of 050.

-- One row per assessment of a catalogue item. `rule_set`, `rule_set_version`: as its platform names them.
create table assessment (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	department varchar not null,
	counterparty varchar,
	region varchar,
	catalogue varchar not null,
	told_on date not null,
	told_at timestamp not null,
	rule_set varchar,
	rule_set_version varchar,
);

-- One row per check of an assessment, as reported. `passing` of `checked`: null where it is no such share. `dimension`,
-- `direction`: null where the report leaves them to the rule set. `outcome`: passed | failed | errored | skipped, null: not said.
create table assessment_check (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	nth integer not null,
	rule varchar,
	dimension varchar,
	direction varchar,
	passing double,
	checked double,
	outcome varchar,
);

-- One row per batch of fresh data. `due_on`: where the report names the day it was due.
create table refresh_batch (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	department varchar not null,
	region varchar,
	catalogue varchar not null,
	due_on date,
	refreshed_on date not null,
	told_at timestamp not null,
);

-- One row per act on a correction request. `about`: the case it is about, its own unless it names an earlier one. `upheld`:
-- yes | partial | no.
create table correction_act (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	type varchar not null,
	about varchar not null,
	department varchar not null,
	counterparty varchar,
	region varchar,
	catalogue varchar,
	service varchar,
	told_on date not null,
	told_at timestamp not null,
	upheld varchar,
	field varchar,
	severity varchar,
	problem varchar,
);

-- One row per catalogue item struck off.
create table catalogue_end (
	seq integer not null,
	source_id integer not null,
	event_id varchar not null,
	catalogue varchar not null,
	told_on date not null,
);

-- The first pair whose words hold what was said gives its code; null where none does.
create macro code_of(said, pairs) as list_filter(pairs, lambda pair: list_contains(pair.words, lower(trim(said))))[1].code;

create macro dimension_of(said) as code_of(
	said,
	[
		{code: 'conformity', words: ['conformity', '规范性']}, {code: 'completeness', words: ['completeness', '完整性']},
		{code: 'accuracy', words: ['accuracy', '准确性']}, {code: 'consistency', words: ['consistency', '一致性']},
		{code: 'timeliness', words: ['timeliness', '时效性']}, {code: 'accessibility', words: ['accessibility', '可访问性']},
	]
);

create macro outcome_of(said) as code_of(
	said,
	[
		{code: 'passed', words: ['passed', 'pass', '通过']}, {code: 'failed', words: ['failed', 'fail', '未通过']},
		{code: 'errored', words: ['errored', 'error', '出错']}, {code: 'skipped', words: ['skipped', 'skip', '跳过']},
	]
);

create macro upheld_of(said) as code_of(
	said,
	[
		{code: 'yes', words: ['yes', 'true', '成立', '属实']}, {code: 'partial', words: ['partial', '部分成立', '部分属实']},
		{code: 'no', words: ['no', 'false', '不成立', '不属实']},
	]
);

create macro assessments_after(after) as table
select
	seq, source_id, event_id, department, counterparty, region, catalogue, told_on, occurred_at as told_at,
	nullif(trim(body->>'$.data.rule_set'), '') as rule_set,
	nullif(trim(body->>'$.data.rule_set_version'), '') as rule_set_version,
from acts_after(after, ['quality.assessed'])
where catalogue is not null
order by seq;

create macro assessment_checks_after(after) as table
with
told as (
	select
		seq, source_id, event_id,
		unnest(if(json_type(body->'$.data.checks') = 'ARRAY', (body->'$.data.checks')::json[], [])) as one,
		generate_subscripts(if(json_type(body->'$.data.checks') = 'ARRAY', (body->'$.data.checks')::json[], []), 1) as nth,
	from telling_after(after, 'quality.assessed')
	where catalogue is not null
),
counted as (
	select *, try_cast(one->>'$.passing' as double) as a, try_cast(one->>'$.checked' as double) as b
	from told
)
select
	seq, source_id, event_id, nth::int as nth,
	trim(one->>'$.rule') as rule,
	dimension_of(one->>'$.dimension') as dimension,
	list_filter(['higher', 'lower'], lambda way: way = (one->>'$.direction'))[1] as direction,
	if(isfinite(a) and isfinite(b) and a between 0 and b, a, null) as passing,
	if(isfinite(a) and isfinite(b) and a between 0 and b, b, null) as checked,
	outcome_of(one->>'$.outcome') as outcome,
from counted
order by seq, nth;

create macro refresh_batches_after(after) as table
select
	seq, source_id, event_id, department, region, catalogue,
	try_cast(body->>'$.data.due_date' as date) as due_on,
	coalesce((moment_of(body->>'$.data.refreshed_at') + interval 8 hour)::date, told_on) as refreshed_on,
	occurred_at as told_at,
from acts_after(after, ['quality.refreshed'])
where catalogue is not null
order by seq;

create macro correction_acts_after(after) as table
select
	seq, source_id, event_id, type,
	coalesce(if(type = 'correction.reopened', nullif(trim(body->>'$.data.earlier'), ''), null), case_id) as about,
	department, counterparty, region, catalogue,
	body->>'$.data.service_id' as service,
	told_on, occurred_at as told_at,
	upheld_of(body->>'$.data.upheld') as upheld,
	nullif(lower(trim(body->>'$.data.field')), '') as field,
	nullif(trim(body->>'$.data.severity'), '') as severity,
	nullif(trim(body->>'$.data.problem_type'), '') as problem,
from acts_after(after, ['correction.received', 'correction.verified', 'correction.fed_back', 'correction.reopened'])
where case_id is not null
order by seq;

create macro catalogue_ends_after(after) as table
select seq, source_id, event_id, catalogue, told_on
from acts_after(after, ['catalogue.retired'])
where catalogue is not null
order by seq;
