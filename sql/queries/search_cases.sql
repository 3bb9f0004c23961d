-- One row per case number that contains a text, of cases known by the day; the latest first.
-- params: as_of, known, visible, text, limit
select case_id
from event
where
	case_id is not null and seq <= $known::int and recorded_on(occurred_at) <= $as_of::date
	and contains(lower(case_id), lower($text::varchar)) and may_see($visible::varchar[], department, counterparty)
group by case_id
order by max(occurred_at) desc, case_id
limit $limit::int
