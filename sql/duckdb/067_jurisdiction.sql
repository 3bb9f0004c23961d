-- Who may order a body to put right what it owes (第三十九条“同级政务数据共享主管部门”, 第四十一条, 第四十三条): here |
-- district (区县主管部门) | superior (本级人民政府或者上级部门) | vertical and other_organ (shown, not ordered).

-- What division codes have in common with those they hold: 450000 holds 450100, which holds 450103; 100000 holds all.
create macro stem(region) as if(region = '100000', '', regexp_replace(region, '(00)+$', ''));

-- `kind` and `region` of the body, `home`: region of the authority. Below a county there is no authority of its own.
create macro jurisdiction(kind, region, home) as case
	when kind in ('vertical', 'other_organ') then kind
	when kind = 'authority' then 'superior'
	when region is null or home is null then if(kind = 'district', 'district', 'here')
	when not starts_with(stem(region), stem(home)) then 'superior'
	when kind = 'district' then 'district'
	when stem(region) = stem(home) or len(stem(home)) >= 6 then 'here'
	else 'district'
end;

-- The region of the body registered as the authority, as of a day: one row, null where there is none.
create macro home_on(on_day, known) as table
select arg_min(region, code) as region
from bodies_on(on_day, known)
where kind = 'authority' and valid_from <= on_day and valid_to is null;
