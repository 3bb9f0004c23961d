import { type Clock, type ClockName, clockNames, clocks, toClockName } from '#analytics/law/clocks.ts';
import type { Role } from '#app/office/office.ts';
import { longDay } from './format.ts';
import { localShortNames } from './local.ts';

/** Column heads where a clock's own name is too long. */
const shortNames: Record<ClockName, string> = {
	'reply.unconditional': '无条件答复',
	'reply.conditional': '有条件答复',
	delivery: '数据提供',
	correction: '校核处理',
	'catalogue.update': '目录更新',
	'catalogue.review': '目录审核',
	retention: '记录保存',
	...localShortNames,
};

/** The five clocks that departments owe, in the order of the league table. */
export const departmentClocks = [
	'reply.unconditional',
	'reply.conditional',
	'delivery',
	'correction',
	'catalogue.update',
] as const satisfies readonly ClockName[];

/** Clocks that run towards a due day and can be overdue: all but the floor clock, local ones last. */
export const dueClocks: readonly ClockName[] = clockNames.filter(clock => clocks[clock].years === null);

/** A clock in words: full and short name, the article and the limit it lays down; null where there is no such clock. */
export function clockWords(
	clock: string,
): { name: string; short: string; article: string; limit: string; years: number | null; local: boolean } | null {
	const name = toClockName(clock);
	if (name === null) return null;
	const { zh, article, years, statutory } = clocks[name];
	const limit = limitOf(clocks[name]);
	return { name: zh, short: shortNames[name], article, limit, years, local: !statutory };
}

/** How long a clock allows: `10个工作日`, `3年`, `4小时`, `以约定的回流日期为限`. */
function limitOf({ workdays, years, hours, given }: Clock): string {
	if (workdays !== null) return `${workdays}个工作日`;
	if (years !== null) return `${years}年`;
	return hours === null ? `以${given}为限` : `最长${hours}小时`;
}

/** Full name of a clock; null where there is no such clock. */
export function clockName(clock: string): string | null {
	return clockWords(clock)?.name ?? null;
}

/** A status in words, with the sign that stands beside its colour, so that colour is never the only mark. */
export type StatusWords = { name: string; sign: string; meaning: string };

/** Every status a matter can have on a day, in the order of every table. */
export const statuses: Record<string, StatusWords> = {
	met: { name: '按时办结', sign: '✓', meaning: '在期限内办结' },
	late: { name: '逾期办结', sign: '◆', meaning: '已办结，但晚于到期日' },
	overdue: { name: '超期未办', sign: '▲', meaning: '已过到期日，尚未办结' },
	running: { name: '在办', sign: '●', meaning: '尚在期限内，未办结' },
	paused: { name: '中止计时', sign: '‖', meaning: '等待申请方补正材料，期间不计时' },
	untimed: { name: '无时限', sign: '○', meaning: '没有期限要求，不计入按时率' },
	excluded: { name: '不计入', sign: '–', meaning: '已撤回、已转办等，不计入按时率' },
};

/** An overdue matter that may have been done: its platform was last heard of on this day. */
export function unheardSince(heardOn: string | null): string {
	return `可能逾期（平台自${longDay(heardOn)}后未报送）`;
}

/** Why a run is not counted. */
export const exclusions: Record<string, string> = {
	withdrawn: '申请方已撤回',
	lapsed: '补正逾期，程序中止',
	transferred: '已转办',
	pre_decree: '条例施行前收到',
	stop_before_start: '办结时间早于起算时间',
	not_scored: '不属于考核范围',
};

export const sharingNames: Record<string, string> = {
	unconditional: '无条件共享',
	conditional: '有条件共享',
	none: '不予共享',
};

export const roleNames: Record<Role, string> = {
	leader: '局领导',
	supervisor: '监督人员',
	reporter: '综合报告人员',
	liaison: '部门联络员',
	admin: '系统管理员',
	auditor: '审计人员',
};

/** What kind of body it is, and how it is ranked. */
export const departmentKinds: Record<string, string> = {
	department: '政府部门',
	district: '区县',
	vertical: '垂直管理机构',
	other_organ: '参照执行的其他国家机关',
	authority: '政务数据主管部门',
};

/** Why a department has no rank. */
export const unrankedReasons: Record<string, string> = {
	no_obligations: '本期无到期办件',
	too_few: '样本不足，不排名',
	not_ranked: '列示，不排名',
	unpublished: '排名未向部门公布',
};

/** How a source's rows reach us. */
export const connectKinds: Record<string, string> = {
	push: '平台主动报送',
	http: '定时采集',
	postgres: '前置库（PostgreSQL）',
	mysql: '前置库（MySQL）',
	import: '文件导入',
};
