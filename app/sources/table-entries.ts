import type { Entry } from './kinds.ts';

/** What a table of a front-end database asks for; `port` is the one that is taken where none is named. */
export const tableEntries = (port: string): readonly Entry[] => [
	{ name: 'connect.host', label: '主机', control: 'text', required: true, placeholder: '10.0.0.8' },
	{ name: 'connect.port', label: '端口', control: 'number', placeholder: port },
	{ name: 'connect.database', label: '库名', control: 'text', required: true },
	{ name: 'connect.user', label: '账号', control: 'text', required: true, note: '请使用只有查询权限的账号。' },
	{ name: 'connect.password', label: '口令', control: 'secret' },
	{ name: 'connect.table', label: '表或者视图', control: 'text', required: true, placeholder: '模式.表名' },
	{
		name: 'connect.order.column',
		label: '排序列',
		control: 'text',
		required: true,
		note: '只增不减的序号列，或者更新时间列；新的行据此取来。该列为空的行不取。',
	},
	{
		name: 'connect.order.key',
		label: '主键列',
		control: 'text',
		note: '排序列不是序号的必填，用来区分同一时刻的各行。',
	},
	{
		name: 'connect.totals.column',
		label: '平台写入时间的列',
		control: 'text',
		seldom: true,
		note: '一行就是一个事件的表填写，可在“报送日历”中按日核对件数。',
	},
	{ name: 'connect.columns', label: '只读这些列（一行一个）', control: 'lines', seldom: true },
	{
		name: 'connect.zone',
		label: '不带时区的时间属于',
		control: 'text',
		placeholder: 'Asia/Shanghai',
		seldom: true,
	},
	{
		name: 'connect.lookBack',
		label: '回看（秒数或者序号数）',
		control: 'number',
		placeholder: '300秒，或者100号',
		seldom: true,
		note: '每轮往回多看这么久（按时间排序的）或者这么多号（按序号排序的），补取写入晚了的行。',
	},
];
