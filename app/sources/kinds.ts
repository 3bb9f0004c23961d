import type { Connect } from '#analytics/ledger/sources.ts';

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
			{
				name: 'connect.bearer',
				label: '访问令牌',
				control: 'secret',
				note: '以 Authorization: Bearer 送出；平台不要求的不填。',
			},
			every,
			pageSize,
			{ name: 'connect.fields.items', label: '列表所在字段', control: 'text', placeholder: 'events', seldom: true },
			{ name: 'connect.fields.next', label: '下一页游标所在字段', control: 'text', placeholder: 'next', seldom: true },
			{
				name: 'connect.fields.more',
				label: '是否还有后续所在字段',
				control: 'text',
				placeholder: 'more',
				seldom: true,
			},
			{ name: 'connect.fields.after', label: '游标的参数名', control: 'text', placeholder: 'after', seldom: true },
			{ name: 'connect.fields.limit', label: '每页条数的参数名', control: 'text', placeholder: 'limit', seldom: true },
		],
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
