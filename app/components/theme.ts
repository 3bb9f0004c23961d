import type { ThemeConfig } from 'antd';

/** The typeface of every text, figures and charts included. */
export const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';

/** The house colours. Every text colour stands at 4.5:1 or better on white. */
export const colours = {
	primary: '#1d4f91',
	deep: '#12396b',
	text: '#1f2733',
	quiet: '#56617a',
	line: '#dde3ec',
	ground: '#f3f5f9',
};

/** One colour per status, told apart also by those who do not see red and green; a sign and a word always stand beside it. */
export const statusColours: Record<string, string> = {
	met: '#00705a',
	late: '#945400',
	overdue: '#b3340f',
	running: '#0b5cad',
	paused: '#6b4f9a',
	untimed: '#56617a',
	excluded: '#56617a',
};

/** One colour, one sign and one dash per clock in charts. */
export const clockMarks: Record<string, { colour: string; symbol: string; dash: number[] | 'solid' }> = {
	'reply.unconditional': { colour: '#1d4f91', symbol: 'circle', dash: 'solid' },
	'reply.conditional': { colour: '#c46a00', symbol: 'rect', dash: 'solid' },
	delivery: { colour: '#00795c', symbol: 'triangle', dash: 'solid' },
	correction: { colour: '#7a4ea3', symbol: 'diamond', dash: [8, 3] },
	'catalogue.update': { colour: '#b3340f', symbol: 'roundRect', dash: [4, 3] },
	'catalogue.review': { colour: '#56617a', symbol: 'emptyCircle', dash: [2, 3] },
};

/** Ant Design's settings. The components' CSS is shipped (zeroRuntime); only the variables are made at run time. */
export const theme: ThemeConfig = {
	cssVar: { key: 'app' },
	hashed: false,
	zeroRuntime: true,
	token: {
		fontFamily,
		colorPrimary: colours.primary,
		colorLink: colours.primary,
		colorPrimaryBg: '#e9f0f9',
		colorPrimaryBgHover: '#dbe6f4',
		controlItemBgActive: '#e3ecf8',
		controlItemBgActiveHover: '#d5e2f3',
		colorText: colours.text,
		colorTextSecondary: colours.quiet,
		colorTextDescription: colours.quiet,
		colorTextPlaceholder: '#6b7588',
		colorBorder: '#c3ccd9',
		colorBorderSecondary: colours.line,
		colorBgLayout: colours.ground,
		borderRadius: 4,
		fontSize: 14,
		wireframe: false,
	},
	components: {
		Table: { headerBg: '#eef2f8', headerColor: colours.text, cellPaddingBlockMD: 9, cellPaddingInlineMD: 10 },
	},
};
