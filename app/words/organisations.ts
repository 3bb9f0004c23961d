import { late } from './format.ts';

/** Who may order rectification of what a body owes (第三十九条、第四十一条、第四十三条): short, and what follows from it. */
export const jurisdictions: Record<string, { name: string; meaning: string }> = {
	here: { name: '本级', meaning: '由本级政务数据共享主管部门责令改正（第三十九条）' },
	district: { name: '区县主管部门', meaning: '由其同级的区县政务数据共享主管部门责令改正（第三十九条）' },
	superior: {
		name: '需上级协调',
		meaning: '不在本级权限内，提请本级人民政府或者上级主管部门（第三十九条、第四十一条）',
	},
	vertical: { name: '垂直管理，不责令', meaning: '垂直管理机构，列示，由其上级机关处理' },
	other_organ: { name: '参照执行，不责令', meaning: '其他国家机关参照执行，列示，不责令改正（第四十三条）' },
};

/** Why a department has no successor yet. */
export const UNSETTLED = '承接部门待明确';

type Inherited = { department_name: string; days_late_inherited: number | null };

/** Whose an overdue matter was before it changed hands, and how late it was by then; null where nothing was inherited. */
export function inheritedWords({ department_name, days_late_inherited }: Inherited): string | null {
	if (days_late_inherited === null) return null;
	return `原由${department_name}承办，划转前已逾期${late(days_late_inherited)}`;
}

type Borne = Inherited & {
	owner: string;
	owner_name: string;
	held_by: string;
	held_by_name: string;
	owed_by_name: string;
	unsettled: boolean;
};

/** What stands below the department of a matter: what it was before, whose it is now, and who reported it. */
export function borneWords(row: Borne): string[] {
	const inherited = inheritedWords(row);
	const moved = row.owner !== row.held_by ? `现由${row.held_by_name}承办` : null;
	const told = row.owed_by_name === row.owner_name || inherited !== null ? null : `报送为${row.owed_by_name}`;
	return [inherited, moved, told, row.unsettled ? UNSETTLED : null].filter(words => words !== null);
}
