import type { Entry } from './kinds.ts';

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

/** Where new rows come to stand in a list that is read by pages: what is wrong here is missed without a word. */
const growth: Entry = {
	name: 'connect.paging.from',
	label: '新的数据排在列表的',
	control: 'choice',
	options: [
		['last', '末尾：接着上次读到的一页读'],
		['first', '前面或者别处：每次从头读一遍'],
	],
	note: '选“末尾”而平台把新的排在前面，会漏取。拿不准的选“每次从头读一遍”，重复取到的不重复入账。',
	when: { name: PAGING, in: ['page', 'offset', 'link'] },
};

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
export const fieldEntries: readonly Entry[] = (
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

/** How an interface says who asks and how its list is cut into pages. */
export const httpEntries: readonly Entry[] = [
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
	growth,
	...since,
	{
		name: 'connect.totals.url',
		label: '核对件数的地址',
		control: 'text',
		placeholder: 'https://平台地址/api/totals',
		seldom: true,
		note: '平台按日答复件数的，填写后可在“报送日历”中向平台核对；与接口地址同一主机。',
	},
];
