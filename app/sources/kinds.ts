import type { Connect } from '#analytics/ledger/sources.ts';
import { tableEntries } from './table-entries.ts';

/** One entry of a source's form. `name`: its place in the configuration, `connect.url`. */
export type Entry = {
	name: string;
	label: string;
	control: 'text' | 'number' | 'secret' | 'choice' | 'lines';
	/** Of a `choice`: value and words; the first is what an untouched form says. */
	options?: readonly (readonly [value: string, words: string])[];
	required?: boolean;
	placeholder?: string;
	note?: string;
	/** Shown only under “其他参数”. */
	seldom?: boolean;
	/** Asked only where another entry says one of these. */
	when?: { name: string; in: readonly string[] };
};

export type Kind = Connect['kind'];

const every: Entry = {
	name: 'connect.every',
	label: '采集间隔（秒）',
	control: 'number',
	placeholder: '30',
	seldom: true,
	note: '没有新数据时多久再取一次。不填为30秒。',
};

const pageSize: Entry = {
	name: 'connect.pageSize',
	label: '每页条数',
	control: 'number',
	placeholder: '500',
	seldom: true,
};

const AUTH = 'connect.auth.kind';
const PAGING = 'connect.paging.style';

/** How we say who asks. */
const introduced: readonly Entry[] = [
	{
		name: AUTH,
		label: '平台怎样认证',
		control: 'choice',
		options: [
			['', '访问令牌（Bearer），或者不认证'],
			['basic', '用户名和口令（Basic）'],
			['api_key', '接口密钥（API Key）'],
			['hmac-sha256', '签名（HMAC-SHA256）'],
			['hmac-sm3', '签名（HMAC-SM3，国密）'],
		],
	},
	{
		name: 'connect.bearer',
		label: '访问令牌',
		control: 'secret',
		note: '平台不要求的不填。',
		when: { name: AUTH, in: [''] },
	},
	{ name: 'connect.auth.user', label: '用户名', control: 'text', required: true, when: { name: AUTH, in: ['basic'] } },
	{ name: 'connect.auth.password', label: '口令', control: 'secret', when: { name: AUTH, in: ['basic'] } },
	{
		name: 'connect.auth.name',
		label: '密钥的参数名',
		control: 'text',
		required: true,
		placeholder: '如：X-API-Key',
		when: { name: AUTH, in: ['api_key'] },
	},
	{
		name: 'connect.auth.in',
		label: '密钥放在哪里',
		control: 'choice',
		options: [
			['header', '请求头'],
			['query', '网址参数'],
		],
		when: { name: AUTH, in: ['api_key'] },
	},
	{
		name: 'connect.auth.app',
		label: '应用标识',
		control: 'text',
		required: true,
		when: { name: AUTH, in: ['hmac-sha256', 'hmac-sm3'] },
	},
	{
		name: 'connect.auth.key',
		label: '密钥',
		control: 'secret',
		when: { name: AUTH, in: ['api_key', 'hmac-sha256', 'hmac-sm3'] },
	},
];

const SINCE = { name: PAGING, in: ['since'] };

/** How everything since a time is asked for. */
const since: readonly Entry[] = [
	{
		name: 'connect.paging.time',
		label: '更新时间所在字段',
		control: 'text',
		required: true,
		placeholder: '如：update_time',
		when: SINCE,
	},
	{
		name: 'connect.paging.stamp',
		label: '时间的写法',
		control: 'choice',
		options: [
			['iso', '2026-03-09T16:40:00+08:00'],
			['local', '2026-03-09 16:40:00（北京时间）'],
			['epoch_ms', '毫秒数'],
			['epoch_s', '秒数'],
		],
		when: SINCE,
	},
	{
		name: 'connect.paging.lookBack',
		label: '每次往回多取（秒）',
		control: 'number',
		placeholder: '300',
		note: '平台补录较早时间的数据时用；重复取到的不重复入账。',
		when: SINCE,
	},
];

/** Names in the platform's answer and query, where they are not our own contract's. */
const fields: readonly Entry[] = (
	[
		['items', '列表所在字段', 'events', '整个答复就是列表的填“.”。'],
		['next', '下一页游标所在字段', 'next', undefined],
		['more', '是否还有后续所在字段', 'more', undefined],
		['total', '总条数所在字段', 'total', '平台给出总条数的，补采时据此估计剩余。'],
		['after', '游标（页码、起始时间）的参数名', 'after', undefined],
		['limit', '每页条数的参数名', 'limit', undefined],
	] as const
).map(([name, label, placeholder, note]) => ({
	name: `connect.fields.${name}`,
	label,
	control: 'text',
	placeholder,
	...(note ? { note } : {}),
	seldom: true,
}));

/** Every way of connecting, in the order of the form: what it is for, and what has to be filled in. */
export const kinds: Record<Kind, { name: string; meaning: string; entries: readonly Entry[] }> = {
	http: {
		name: '接口采集（HTTP）',
		meaning: '平台提供返回 JSON 的接口，由本系统定时来取。',
		entries: [
			{
				name: 'connect.url',
				label: '接口地址',
				control: 'text',
				required: true,
				placeholder: 'https://平台地址/api/events',
			},
			...introduced,
			{
				name: PAGING,
				label: '怎样翻页',
				control: 'choice',
				options: [
					['', '按游标（平台给出下一页的游标）'],
					['page', '按页码'],
					['offset', '按跳过的条数'],
					['link', '按答复中的下一页链接'],
					['since', '按更新时间，只取某时刻以后的'],
				],
			},
			...since,
			{
				name: 'connect.totals.url',
				label: '核对件数的地址',
				control: 'text',
				placeholder: 'https://平台地址/api/totals',
				seldom: true,
				note: '平台按日答复件数的，填写后可在“报送日历”中向平台核对；与接口地址同一主机。',
			},
			every,
			pageSize,
			...fields,
		],
	},
	postgres: {
		name: '前置库（PostgreSQL）',
		meaning: '定时读取前置库中的一张表或者视图；适用于 PostgreSQL 和使用其协议的人大金仓、openGauss。',
		entries: [...tableEntries('5432'), every, pageSize],
	},
	mysql: {
		name: '前置库（MySQL）',
		meaning: '定时读取前置库中的一张表或者视图；适用于 MySQL 和使用其协议的 MariaDB、OceanBase。',
		entries: [...tableEntries('3306'), every, pageSize],
	},
	push: {
		name: '平台主动报送',
		meaning: '平台凭报送令牌把事件送到 /api/v1/events。登记后显示令牌，仅显示一次。',
		entries: [],
	},
	import: { name: '文件导入', meaning: '由人不定期导入文件，不自动采集。', entries: [] },
};

export const kindNames = Object.keys(kinds) as Kind[];

/** The kind of a word from outside; null: none. */
export function toKind(word: string): Kind | null {
	return kindNames.find(kind => kind === word) ?? null;
}

/** The entries of a kind that are asked, given what the others say. */
export function askedOf(kind: Kind, values: Record<string, string>): Entry[] {
	return kinds[kind].entries.filter(({ when }) => when === undefined || when.in.includes(values[when.name] ?? ''));
}
