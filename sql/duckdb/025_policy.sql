-- One row per version of the policy × version of the law: the readings that SQL itself applies (analytics/law/policy.ts).
create table policy (
	effective date not null,
	other_organs varchar not null,
	vertical_bodies varchar not null,
	counting_unit varchar not null,
	known_from integer not null,
	known_to integer,
);

-- The one version in force on a day, as known at `known`; the earliest one for days before all.
create macro policy_on(ruled_on, known) as table
select effective, other_organs, vertical_bodies, counting_unit
from policy
where known_from <= known and (known_to is null or known < known_to)
order by effective <= ruled_on desc, abs(date_diff('day', effective, ruled_on))
limit 1;

-- How a body is treated (口径⑰): ranked | listed (shown, not ranked) | excluded (in no figure). What the register says of
-- the body itself goes before the policy; the authority is never ranked with those it supervises.
create macro treatment(kind, rankable, other_organs, vertical_bodies) as case
	when rankable is not null then if(rankable, 'ranked', 'listed')
	when kind = 'other_organ' then other_organs
	when kind = 'vertical' then vertical_bodies
	when kind = 'authority' then 'listed'
	else 'ranked'
end;
