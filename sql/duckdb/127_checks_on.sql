-- The assessment that speaks for each catalogue item in the span, under the body that answers for the item on its day: those of Q1.
create macro assessed_in(as_of, known, period_from, period_to) as table
select a.*, coalesce(b.bearer, i.owner, a.department) as body
from assessments_in(as_of, known, period_from, period_to) a
left join catalogue_items_in(as_of, known, period_from, period_to) i on i.catalogue = a.catalogue
left join bearers_at(known) b
	on b.code = coalesce(i.owner, a.department) and b.from_on <= a.told_on and a.told_on < b.to_on
where a.latest;

-- Their checks. `state` as in checks_in().
create macro checks_told(as_of, known, period_from, period_to) as table
select c.*, a.body
from checks_in(as_of, known, period_from, period_to) c
join assessed_in(as_of, known, period_from, period_to) a on a.source_id = c.source_id and a.event_id = c.event_id
where c.nth is not null;
