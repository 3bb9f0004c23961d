import { longDay } from './format.ts';
import { regionName } from './regions.ts';
import { departmentKinds } from './zh.ts';

/** What somebody can register of organisations: the changes of the contract, and taking an entry back. */
export const changeKinds = {
	establish: { name: '设立', meaning: '新设机构，或者把未识别的代码登记为机构、下属单位' },
	rename: { name: '更名', meaning: '同一机构改名称，或者连同代码一并改变；名下事项不分前后' },
	merge: { name: '合并', meaning: '几个机构合为一个，或者并入现有机构' },
	split: { name: '分立', meaning: '一个机构分为几个，或者分出一部分' },
	abolish: { name: '撤销', meaning: '机构撤销，写明由谁承接' },
	move: { name: '调整', meaning: '改变地区、类别、排名方式或者所属机构' },
	recognise: { name: '代码认定', meaning: '认定未识别的代码就是某一机构，自始有效' },
	retract: { name: '撤回登记', meaning: '登记有误，视为从未登记' },
} as const;

export type ChangeKind = keyof typeof changeKinds;

/** Reads the kind of a change; null for an unknown one. */
export function toChangeKind(text: string): ChangeKind | null {
	return Object.hasOwn(changeKinds, text) ? (text as ChangeKind) : null;
}

/** A body as an event of the register tells it. */
export type ToldBody = {
	code: string;
	name: string;
	region?: string;
	kind?: string;
	rankable?: boolean;
	parent?: string;
};

/** What an event of the register says. */
export type ToldChange = {
	kind: string;
	from?: string[];
	to?: ToldBody[];
	successor?: string;
	effective: string;
	document?: string;
};

type NameOf = (code: string) => string;

/** A change in one sentence; `nameOf` names the bodies that the event gives by code alone. */
export function changeSentence(change: ToldChange, nameOf: NameOf): string {
	const to = change.to ?? [];
	const from = change.from ?? [];
	const names = (codes: readonly string[]) => codes.map(nameOf).join('、');
	const [first] = to;
	const heir =
		change.successor === undefined
			? null
			: (to.find(one => one.code === change.successor)?.name ?? nameOf(change.successor));
	switch (change.kind) {
		case 'establish':
			return `设立${to.map(one => `${one.name}${unitWords(one, nameOf)}`).join('、')}`;
		case 'rename':
			return `${names(from)}更名为${first?.name ?? '—'}${from[0] === first?.code ? '' : `，代码改为${first?.code ?? '—'}`}`;
		case 'merge':
			return mergeWords(from, first, names);
		case 'split':
			return `${names(from)}分立为${to.map(one => one.name).join('、')}${staysOn(from, to) ? '' : heirWords(heir)}`;
		case 'abolish':
			return `撤销${names(from)}${heirWords(heir)}`;
		case 'move':
			return to.map(one => `${one.name}：${movedWords(one, nameOf)}`).join('；');
		default:
			return `代码${from.join('、')}认定为${first?.name ?? '—'}的代码`;
	}
}

function mergeWords(
	from: readonly string[],
	into: ToldBody | undefined,
	names: (codes: readonly string[]) => string,
): string {
	const leaving = from.filter(code => code !== into?.code);
	return leaving.length < from.length
		? `${names(leaving)}并入${into?.name ?? '—'}`
		: `${names(from)}${from.length > 1 ? '合并为' : '并入'}${into?.name ?? '—'}`;
}

function staysOn(from: readonly string[], to: readonly ToldBody[]): boolean {
	return to.some(one => from.includes(one.code));
}

function heirWords(heir: string | null): string {
	return heir === null ? '，承接部门待明确' : `，由${heir}承接`;
}

function unitWords({ code, parent }: ToldBody, nameOf: NameOf): string {
	return parent === undefined || parent === code ? '' : `（${nameOf(parent)}的下属单位）`;
}

function movedWords({ code, region, kind, rankable, parent }: ToldBody, nameOf: NameOf): string {
	const said = [
		region === undefined ? null : `地区改为${regionName(region)}`,
		kind === undefined ? null : `类别改为${departmentKinds[kind] ?? kind}`,
		rankable === undefined ? null : rankable ? '参加排名' : '列示，不参加排名',
		parent === undefined ? null : parent === code ? '不再是下属单位' : `列为${nameOf(parent)}的下属单位`,
	].filter(words => words !== null);
	return said.length === 0 ? '各项照旧' : said.join('，');
}

/** How an entry of the register stands: it may be corrected or taken back, or not have taken effect yet. */
export function standingWords(entry: { superseded: string | null; in_effect: boolean; effective: string }): string {
	if (entry.superseded === 'corrected') return '已更正';
	if (entry.superseded === 'retracted') return '已撤回';
	return entry.in_effect ? '有效' : `${longDay(entry.effective)}起生效`;
}
