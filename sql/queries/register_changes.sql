-- One row per event of the register known at `known` that says something itself: a change of organisations, whether it stands,
-- and who took it back; the latest registered first.
-- params: as_of, known, visible
with
told as (
	select *
	from event
	where type = 'organisation.changed' and seq <= $known::int
),
undone as (
	select source_id, retracts as event_id, max_by(struct_pack(seq, occurred_at, body), seq) as by
	from told
	where retracts is not null
	group by source_id, retracts
),
replaced as (
	select source_id, corrects as event_id, max(seq) as seq
	from told
	where corrects is not null and retracts is null
	group by source_id, corrects
),
named as (
	select
		t.*, coalesce(t.body->'$.data.from', '[]')::varchar[] as leaving, coalesce(t.body->'$.data.to', '[]')::json[] as bodies,
		list_distinct(list_concat(
			leaving, list_transform(bodies, lambda b: b->>'$.code'),
			if(t.body->>'$.data.successor' is null, [], [t.body->>'$.data.successor'])
		)) as codes,
	from told t
	where t.retracts is null
)
select
	n.seq, n.source_id, n.event_id, epoch_ms(n.occurred_at)::double as registered_at, n.body->>'$.data.officer' as officer,
	n.body->>'$.data.kind' as kind, n.body->>'$.data.effective' as effective, n.body->>'$.data.document' as document,
	(n.body->>'$.data.effective')::date <= $as_of::date as in_effect, n.codes, n.body,
	n.corrects, n.body->>'$.data.correction_reason' as correction_reason, s.how as superseded,
	if(s.how = 'corrected', r.seq, u.by.seq)::int as superseded_by,
	if(s.how = 'retracted', epoch_ms(u.by.occurred_at)::double, null) as retracted_at,
	if(s.how = 'retracted', u.by.body->>'$.data.officer', null) as retracted_by,
	if(s.how = 'retracted', u.by.body->>'$.data.document', null) as retraction_document,
	if(s.how = 'retracted', u.by.body->>'$.data.correction_reason', null) as retraction_reason,
	(select max(seq) from told)::int as latest,
from named n
left join superseded_at($known::int) s on s.source_id = n.source_id and s.event_id = n.event_id
left join undone u on u.source_id = n.source_id and u.event_id = n.event_id
left join replaced r on r.source_id = n.source_id and r.event_id = n.event_id
where $visible::varchar[] is null or list_has_any(n.codes, $visible::varchar[])
order by n.seq desc
