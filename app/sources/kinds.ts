import type { Connect } from '#analytics/ledger/sources.ts';
import { fieldEntries, httpEntries } from './http-entries.ts';
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
			...httpEntries,
			every,
			pageSize,
			...fieldEntries,
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
