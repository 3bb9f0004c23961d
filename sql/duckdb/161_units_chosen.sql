-- Units of units_on that figures of the bodies asked about rest on, with the place of their indicator among all; null: all.
create macro units_chosen(as_of, known, period_from, period_to, visible, indicators, departments, kinds, regions, catalogues) as table
select u.*, a.ordinal
from units_on(as_of, known, period_from, period_to, initials_of(indicators)) u
join indicator a using (indicator)
join bodies_told(as_of, known, period_from, period_to) b using (department)
where
	(visible is null or list_contains(visible, department))
	and (indicators is null or list_contains(indicators, indicator))
	and (departments is null or list_contains(departments, department))
	and (kinds is null or list_contains(kinds, b.level))
	and (regions is null or list_contains(regions, b.region))
	and (catalogues is null or list_contains(catalogues, catalogue));
