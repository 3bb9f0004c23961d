-- Patterns of evasion after a request is agreed to, and around corrections (规避迹象), shaped like 181.
create macro result_patterns(as_of, known, period_from, period_to, undelivered_days, dead_days, corrections_least, quarter_end_days) as table
with
act as materialized (from conduct_on(as_of, known)),
matter as materialized (
	select *
	from matters_on(as_of, known, ruled_on := period_from)
	where clock in ('delivery', 'correction')
),
refused as (
	select a.case_id, a.counterparty as department, a.department as counterparty, a.catalogue, a.told_on as on_day
	from act a
	anti join (from act where type = 'delivery.rejection_decided' and answer = 'false') d on d.case_id = a.case_id and d.told_on >= a.told_on
	where a.type = 'delivery.rejected' and a.counterparty is not null
),
called as (
	select service, day, sum(calls) as calls, sum(failures) as failures
	from service_day d
	anti join superseded_at(known) s on s.source_id = d.source_id and s.event_id = d.event_id
	where d.seq <= known and day <= as_of
	group by service, day
),
dead as (
	select a.case_id, a.department, a.counterparty, a.catalogue, max(c.day) as on_day
	from act a
	join called c on c.service = a.service and c.day between a.told_on + 1 and a.told_on + 30
	where a.type = 'delivery.provided'
	group by a.case_id, a.department, a.counterparty, a.catalogue
	having count(distinct c.day) filter (c.calls > 0) >= dead_days and sum(c.calls) = sum(c.failures)
),
crowded as (
	select *, count(*) over (partition by counterparty, department, last_day(told_on + ((2 - (month(told_on) - 1) % 3) * interval 1 month))) as many
	from act
	where
		type = 'correction.received' and counterparty is not null
		and last_day(told_on + ((2 - (month(told_on) - 1) % 3) * interval 1 month)) - told_on < quarter_end_days
),
unverified as (
	select m.*
	from matter m
	anti join act v on v.type = 'correction.verified' and v.case_id = m.case_id
	where
		clock = 'correction' and status in ('met', 'late') and ended_on is not null
		and m.department in (select department from act where type = 'correction.verified')
)
select
	'undelivered' as pattern, case_id, clock, held_by as department, counterparty, catalogue, due_on as on_day, days_late as figure,
from matter
where clock = 'delivery' and status = 'overdue' and days_late >= undelivered_days and due_on <= least(period_to, as_of)
union all by name
select 'dead_delivery' as pattern, case_id, 'delivery' as clock, department, counterparty, catalogue, max(on_day) as on_day
from (from refused union all by name from dead)
where on_day between period_from and least(period_to, as_of)
group by case_id, department, counterparty, catalogue
union all by name
select 'corrections_crowded' as pattern, case_id, 'correction' as clock, counterparty as department, department as counterparty, catalogue, told_on as on_day, many as figure
from crowded
where many >= corrections_least and told_on between period_from and least(period_to, as_of)
union all by name
select 'unverified' as pattern, case_id, clock, department, counterparty, catalogue, ended_on as on_day
from unverified
where ended_on between period_from and least(period_to, as_of);
