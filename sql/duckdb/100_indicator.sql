-- The indicators of 第三十八条第二款, copied from analytics/law/indicators at open.

-- One row per indicator, in the order in which they are shown. `optional`: units exist only where somebody reports them.
-- `of_one_day`: each unit belongs to one day, whatever period is asked about.
create table indicator (
	indicator varchar not null,
	ordinal integer not null,
	dimension varchar not null,
	role varchar not null,
	kind varchar not null,
	attribution varchar not null,
	better varchar not null,
	statutory boolean not null,
	optional boolean not null,
	of_one_day boolean not null,
);

-- Units that a rate needs to be ranked (样本不足的不排名).
create macro fewest() as 5;

-- A number of a unit as it is added up: sums of such numbers are the same in whatever order they are added, on every node.
create macro exact(number) as number::decimal(38, 12);

-- The value of an indicator over its units: null where there is nothing to divide by, never 0 or 100 %.
create macro value_of(kind, num, den) as case
	when kind = 'count' then num
	when den > 0 then num / den * if(kind = 'per_thousand', 1000, 1)
end;

-- Why an indicator has no value: no_obligations (nothing was owed) | not_reported (owed, and nothing told of it) |
-- not_measurable (nobody reports it at all, or nothing that was reported can be counted); null where it has one.
create macro why_none(kind, optional, told_by_anybody, units, unreported, den) as case
	when optional and not told_by_anybody then 'not_measurable'
	when unreported > 0 and unreported = units then 'not_reported'
	when kind <> 'count' and coalesce(den, 0) = 0 then if(units > 0, 'not_measurable', 'no_obligations')
end;
