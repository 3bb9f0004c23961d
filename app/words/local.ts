import type { ClockName } from '#analytics/law/clocks.ts';
import type { StartReason } from './slip.ts';

type LocalClock = Extract<ClockName, `local.${string}`>;

const NOT_STATUTORY = '条例未规定期限，本时限为非法定时限。';

/** Local clocks: the column head, and why the moment counts as the start. */
const words: Record<LocalClock, { short: string; start: StartReason }> = {
	'local.catalogue.review': {
		short: '首次审核',
		start: of('以主管部门收到首次编制的目录之日为准；两个工作日的审核期限只适用于更新后的目录。', '第十六条第一款'),
	},
	'local.designation': {
		short: '明确数源',
		start: of('以主管部门收到部门提请明确数源部门之日为准。', '第十九条第二款'),
	},
	'local.reply.none': {
		short: '不予共享答复',
		start: of('以申请到达提供部门之日为准；不予共享类没有法定答复期限，本计时仅供了解。', '第二十条第三款'),
	},
	'local.extension': {
		short: '延期批复',
		start: of('以主管部门收到延期申请之日为准。', '第二十一条第一款'),
	},
	'local.return': {
		short: '数据回流',
		start: of('以该批次约定的回流日期为限，到达以平台记录时间为准。', '第二十四条第一款'),
	},
	'local.correction.raise': {
		short: '提出校核',
		start: of('以需求部门所报的发现问题时间为准。', '第二十六条第二款'),
	},
	'local.disposal': {
		short: '数据处置',
		start: of('以提供部门提出处置要求之日为准；要求中写明期限的，以该期限为限。', '第二十七条第一款'),
	},
	'local.rectification': {
		short: '暂停后整改',
		start: of('以暂停共享权限之日为准，整改期限以暂停决定写明的为限。', '第二十七条第二款'),
	},
	'local.filing': {
		short: '变更备案',
		start: of('变更、终止服务应当先备案后生效，以生效时刻为限。', '第二十七条第三款'),
	},
	'local.dispute.accept': {
		short: '争议受理',
		start: of('以主管部门收到协调申请之日为准。', '第二十八条第二款'),
	},
	'local.dispute.mediate': {
		short: '争议协调',
		start: of('以主管部门受理争议之日为准。', '第二十八条第二款'),
	},
	'local.security.report': {
		short: '安全事件报告',
		start: {
			text: `以发现安全事件的时刻为准，按小时计算；只适用于较大及以上级别。${NOT_STATUTORY}`,
			basis: '《政务数据共享条例》第三十五条第三款、《国家网络安全事件报告管理办法》',
		},
	},
	'local.complaint': {
		short: '投诉举报',
		start: {
			text: '以接到投诉、举报之日为准；条例未规定办理天数，本时限为非法定时限。',
			basis: '《政务数据共享条例》第三十七条第二款',
		},
	},
};

/** Column heads of the local clocks. */
export const localShortNames = pick(({ short }) => short);

/** Why the moment counts as the start of a local clock, and what that rests on. */
export const localStarts = pick(({ start }) => start);

function of(text: string, article: string): StartReason {
	return { text: `${text}${NOT_STATUTORY}`, basis: `《政务数据共享条例》${article}` };
}

function pick<T>(part: (each: (typeof words)[LocalClock]) => T): Record<LocalClock, T> {
	const entries = Object.entries(words).map(([clock, each]) => [clock, part(each)]);
	return Object.fromEntries(entries) as Record<LocalClock, T>;
}
