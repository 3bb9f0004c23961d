import type { LiabilityItem } from './liability.ts';
import { localClocks } from './local-clocks.ts';

/** One clock of the Decree as data. Without article, words, day of effect or day of checking it does not compile. */
export type Clock = {
	/** Name on screen and in reports. */
	zh: string;
	/** Article and paragraph of Decree 809. */
	article: `第${string}条` | `第${string}条第${string}款`;
	/** The statutory words. */
	says: string;
	owedBy: 'provider' | 'department' | 'authority' | 'demander';
	/** Event type that starts the clock. */
	starts: string;
	/** Event types that stop it. */
	stops: readonly string[];
	/** Working days allowed; null for a clock that is not counted in them. */
	workdays: number | null;
	/** Floor clock: not before so many calendar years; null for every other clock. */
	years: number | null;
	/** Hours allowed at most, running through nights and holidays (民法典第二百零一条第二款); null for every other clock. */
	hours: number | null;
	/** The limit that an act itself may set, in words; null: none. A clock of no days, hours or years has no other one. */
	given: string | null;
	/** How far it may be extended, in working days, and by which words; null: no extension clause. */
	extension: { max: number; article: string } | null;
	/** Liability item of Articles 39 to 41 that a breach falls under; null: none, the clock only informs. */
	liability: LiabilityItem | null;
	inForce: `${number}-${number}-${number}`;
	/** False: no number in the Decree; a local default, shown as 非法定时限. */
	statutory: boolean;
	/** Day on which somebody last checked that this is still the law. */
	checkedOn: `${number}-${number}-${number}`;
};

/** Every clock, by name: first those with a number in the Decree, then the local ones, each in the order of the Decree. */
export const clocks = {
	'reply.unconditional': {
		zh: '无条件共享申请答复',
		article: '第二十一条第一款',
		says: '自收到政务数据共享申请之日起1个工作日内作出答复',
		owedBy: 'provider',
		starts: 'request.received',
		stops: ['request.replied'],
		workdays: 1,
		years: null,
		hours: null,
		given: null,
		extension: { max: 10, article: '第二十一条第一款' },
		liability: '39.4',
		inForce: '2025-08-01',
		statutory: true,
		checkedOn: '2026-11-21',
	},
	'reply.conditional': {
		zh: '有条件共享申请答复',
		article: '第二十一条第一款',
		says: '自收到政务数据共享申请之日起10个工作日内作出是否同意共享的答复',
		owedBy: 'provider',
		starts: 'request.received',
		stops: ['request.replied'],
		workdays: 10,
		years: null,
		hours: null,
		given: null,
		extension: { max: 10, article: '第二十一条第一款' },
		liability: '39.4',
		inForce: '2025-08-01',
		statutory: true,
		checkedOn: '2026-11-21',
	},
	delivery: {
		zh: '共享数据提供',
		article: '第二十二条第一款',
		says: '自作出同意共享的答复之日起20个工作日内共享政务数据',
		owedBy: 'provider',
		starts: 'request.replied',
		stops: ['delivery.provided'],
		workdays: 20,
		years: null,
		hours: null,
		given: null,
		extension: null,
		liability: '39.4',
		inForce: '2025-08-01',
		statutory: true,
		checkedOn: '2026-11-21',
	},
	correction: {
		zh: '校核申请处理',
		article: '第二十六条第二款',
		says: '自收到政务数据校核申请之日起10个工作日内予以核实、更正并反馈校核处理结果',
		owedBy: 'provider',
		starts: 'correction.received',
		stops: ['correction.fed_back'],
		workdays: 10,
		years: null,
		hours: null,
		given: null,
		extension: null,
		liability: '39.6',
		inForce: '2025-08-01',
		statutory: true,
		checkedOn: '2026-11-21',
	},
	'catalogue.update': {
		zh: '目录更新报送',
		article: '第十七条第二款',
		says: '自调整、变化发生之日起10个工作日内对政务数据目录完成更新，并报送同级政务数据共享主管部门审核',
		owedBy: 'department',
		starts: 'catalogue.triggered',
		stops: ['catalogue.submitted'],
		workdays: 10,
		years: null,
		hours: null,
		given: null,
		extension: { max: 5, article: '第十七条第二款' },
		liability: '39.1',
		inForce: '2025-08-01',
		statutory: true,
		checkedOn: '2026-11-21',
	},
	'catalogue.review': {
		zh: '目录审核发布',
		article: '第十七条第三款',
		says: '自收到更新后的政务数据目录之日起2个工作日内完成审核并发布',
		owedBy: 'authority',
		starts: 'catalogue.submitted',
		stops: ['catalogue.published', 'catalogue.returned'],
		workdays: 2,
		years: null,
		hours: null,
		given: null,
		extension: null,
		liability: '41.3',
		inForce: '2025-08-01',
		statutory: true,
		checkedOn: '2026-11-21',
	},
	retention: {
		zh: '使用记录保存',
		article: '第二十九条第二款',
		says: '有关记录保存期限不少于3年',
		owedBy: 'demander',
		starts: 'use.recorded',
		stops: [],
		workdays: null,
		years: 3,
		hours: null,
		given: null,
		extension: null,
		liability: '40.5',
		inForce: '2025-08-01',
		statutory: true,
		checkedOn: '2026-11-21',
	},
	...localClocks,
} as const satisfies Record<string, Clock>;

/** `reply.unconditional` … `local.complaint`. */
export type ClockName = keyof typeof clocks;

/** All clock names, in that order. */
export const clockNames = Object.keys(clocks) as ClockName[];

/** Reads a clock name given as text; null where there is no such clock. */
export function toClockName(text: string): ClockName | null {
	return Object.hasOwn(clocks, text) ? (text as ClockName) : null;
}
