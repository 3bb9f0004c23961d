import { eventTypes, isOwn, zhType } from '#analytics/cases/vocabulary.ts';

/** Acts that most platforms report, first in the list. */
const usual = [
	'request.received',
	'request.material_notice',
	'request.material_resubmitted',
	'request.extension_decided',
	'request.replied',
	'delivery.provided',
	'request.withdrawn',
	'correction.received',
	'correction.fed_back',
	'complaint.received',
	'complaint.closed',
] as const;

/** Every act that a platform may report, with its Chinese name. */
export const actChoices: readonly { value: string; name: string }[] = [
	...usual,
	...eventTypes.filter(type => !isOwn(type) && !(usual as readonly string[]).includes(type)),
].map(type => ({ value: type, name: zhType(type) }));

/** Fields that an act may carry, with how they are read at first. */
export const fieldChoices: readonly { value: string; name: string; how: string }[] = [
	{ value: 'sharing', name: '共享属性', how: 'lookup:sharing' },
	{ value: 'outcome', name: '答复结果', how: 'lookup:outcome' },
	{ value: 'counterparty', name: '需求部门代码', how: 'as_is' },
	{ value: 'catalogue', name: '目录编码', how: 'as_is' },
	{ value: 'reason', name: '理由', how: 'as_is' },
	{ value: 'granted_wd', name: '同意延长的工作日', how: 'number' },
	{ value: 'due_at', name: '约定的期限', how: 'time' },
	{ value: 'method', name: '提供方式', how: 'as_is' },
	{ value: 'result', name: '处理结果', how: 'as_is' },
	{ value: 'title', name: '名称', how: 'as_is' },
	{ value: 'global_case', name: '上级平台编号', how: 'as_is' },
	{ value: 'region', name: '行政区划代码', how: 'as_is' },
	{ value: 'took_wd', name: '平台自报用时（工作日）', how: 'number' },
	{ value: 'took_hours', name: '平台自报用时（小时）', how: 'number' },
	{ value: 'sequence', name: '平台给事件的连续编号', how: 'number' },
];

/** Our words for what a platform calls otherwise, by table. */
export const ourWords: Record<string, readonly { value: string; name: string }[]> = {
	sharing: [
		{ value: 'unconditional', name: '无条件共享' },
		{ value: 'conditional', name: '有条件共享' },
		{ value: 'none', name: '不予共享' },
	],
	outcome: [
		{ value: 'agree', name: '同意' },
		{ value: 'partial', name: '部分同意' },
		{ value: 'refuse', name: '不同意' },
	],
};

/** Name of a table of words. */
export function lookupName(lookup: string): string {
	return ({ sharing: '共享属性', outcome: '答复结果' } as Record<string, string>)[lookup] ?? lookup;
}

/** Ways in which times are written, and an example of each. */
export const dateFormats: readonly { value: string; name: string }[] = [
	{ value: 'yyyy-M-d', name: '2026-3-9' },
	{ value: 'yyyy-M-d H:mm:ss', name: '2026-3-9 16:40:00' },
	{ value: 'yyyy-M-d H:mm', name: '2026-3-9 16:40' },
	{ value: "yyyy-MM-dd'T'HH:mm:ssXXX", name: '2026-03-09T16:40:00+08:00' },
	{ value: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", name: '2026-03-09T08:40:00.000Z' },
	{ value: 'yyyy/M/d', name: '2026/3/9' },
	{ value: 'yyyy/M/d H:mm:ss', name: '2026/3/9 16:40:00' },
	{ value: 'yyyy/M/d H:mm', name: '2026/3/9 16:40' },
	{ value: 'yyyy.M.d', name: '2026.3.9' },
	{ value: 'yyyy年M月d日', name: '2026年3月9日' },
	{ value: 'yyyyMMdd', name: '20260309' },
	{ value: 'd/M/yyyy', name: '9/3/2026（日/月/年）' },
	{ value: 'M/d/yyyy', name: '3/9/2026（月/日/年）' },
	{ value: 'epoch_ms', name: '1773045600000（毫秒数）' },
	{ value: 'epoch_s', name: '1773045600（秒数）' },
];

/** Zones that platforms here declare; any other stands in the JSON. */
export const zones: readonly { value: string; name: string }[] = [
	{ value: 'Asia/Shanghai', name: '北京时间' },
	{ value: 'UTC', name: '世界协调时（UTC）' },
	{ value: 'Asia/Urumqi', name: '乌鲁木齐时间' },
];
