-- One row per item of Articles 39, 40 and 41: how many 件 and facts may fall under it, by what was decided on them.
-- params: as_of, known, visible, departments
with
counted as (
	select
		item,
		count(*) as total,
		count(*) filter (decision is null) as pending,
		count(*) filter (decision = 'confirmed') as confirmed,
		count(*) filter (decision = 'dismissed') as dismissed,
	from breaches_on($as_of::date, $known::int)
	where
		may_see_breach($visible::varchar[], department, held_by)
		and ($departments::varchar[] is null or list_contains($departments::varchar[], department))
	group by item
)
select
	l.item, l.article, l.says, l.liable, l.excusable,
	coalesce(total, 0)::int as total,
	coalesce(pending, 0)::int as pending,
	coalesce(confirmed, 0)::int as confirmed,
	coalesce(dismissed, 0)::int as dismissed,
from liability l
left join counted using (item)
order by l.ordinal
