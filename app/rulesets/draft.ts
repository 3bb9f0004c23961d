import { ruleSetSchema } from '#analytics/cases/rule-set.ts';
import {
	type QualityDimension,
	qualityDimensionNames,
	qualityDimensions,
	type RuleSet,
} from '#analytics/law/rule-sets.ts';
import { readDay } from '#app/period.ts';

/** What a form says of a rule set, as it says it. */
export type GivenRuleSet = {
	code: string;
	version: string;
	name: string;
	effective: string;
	document: string;
	/** One rule a line: code, name, dimension, direction, weight, set apart by commas or tabs. */
	rules: string;
	/** Weights by dimension. */
	weights: Record<string, string>;
};

/** A form read: the rule set, or what is wrong with it, in official Chinese. */
export type RuleSetDraft = { ruleSet: Omit<RuleSet, 'document'> & { document: string } } | { problems: string[] };

type Rule = RuleSet['rules'][number];

/** The fields of a form as given. */
export function givenIn(form: FormData): GivenRuleSet {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	return {
		...{ code: text('code'), version: text('version'), name: text('name') },
		...{ effective: text('effective'), document: text('document'), rules: String(form.get('rules') ?? '') },
		weights: Object.fromEntries(qualityDimensions.map(dimension => [dimension, text(`weight.${dimension}`)])),
	};
}

/** A version as a form gives it, to begin a new one from. */
export function givenOf({
	code,
	name,
	rules,
	weights,
}: Pick<RuleSet, 'code' | 'name' | 'rules' | 'weights'>): GivenRuleSet {
	return {
		...{ code, name, version: '', effective: '', document: '', rules: rules.map(lineOf).join('\n') },
		weights: Object.fromEntries(qualityDimensions.map(dimension => [dimension, String(weights[dimension] ?? 1)])),
	};
}

function lineOf({ code, name, dimension, direction, weight }: Rule): string {
	return [code, name, qualityDimensionNames[dimension], directionNames[direction], weight].join('，');
}

const directionNames = { higher: '越高越好', lower: '越低越好' } as const;

/** Reads a form: every fault is named, none hides another. */
export function readRuleSet(given: GivenRuleSet): RuleSetDraft {
	const lines = given.rules.split('\n').flatMap((line, n) => (line.trim() === '' ? [] : [readRule(line, n + 1)]));
	const rules = lines.flatMap(line => ('rule' in line ? [line.rule] : []));
	const weights = Object.entries(given.weights).map(([dimension, said]) => [dimension, Number(said)] as const);
	const codes = rules.map(({ code }) => code);
	const twice = [...new Set(codes.filter((code, n) => codes.indexOf(code) !== n))];
	const problems = [
		...papersOf(given),
		...weights
			.filter(([, weight]) => !(weight > 0 && weight <= 1000))
			.map(([dimension]) => `${qualityDimensionNames[dimension as QualityDimension]}的权重应为大于0、不超过1000的数`),
		...lines.flatMap(line => ('problem' in line ? [line.problem] : [])),
		...(lines.length === 0 ? ['请至少列出一条规则'] : []),
		...twice.map(code => `规则代码“${code}”重复`),
	];
	if (problems.length > 0) return { problems };
	const { code, version, name, effective, document } = given;
	const told = { code, version, name, effective, document, weights: Object.fromEntries(weights), rules };
	const read = ruleSetSchema.safeParse(told);
	return read.success
		? { ruleSet: read.data as unknown as Extract<RuleSetDraft, { ruleSet: unknown }>['ruleSet'] }
		: { problems: read.error.issues.map(({ message }) => message) };
}

function papersOf({ code, version, name, effective, document }: GivenRuleSet): string[] {
	return [
		code === '' ? '请填写规则集代码，如标准号' : null,
		version === '' ? '请填写版本' : null,
		name === '' ? '请填写规则集名称' : null,
		isDay(effective) ? null : '请填写施行日期',
		document === '' ? '请填写文号' : null,
	].filter(problem => problem !== null);
}

function isDay(said: string): boolean {
	try {
		readDay(said, '施行日期');
		return true;
	} catch {
		return false;
	}
}

/** One line: `0301，数据内容正确性，准确性，越高越好，1`; direction and weight may be left out. */
function readRule(line: string, n: number): { rule: Rule } | { problem: string } {
	const [code = '', name = '', said = '', direction = '', weight = ''] = line.split(/[\t,，]/).map(part => part.trim());
	const dimension = qualityDimensions.find(each => each === said || qualityDimensionNames[each] === said);
	const way = ['', directionNames.higher, 'higher', directionNames.lower, 'lower'].indexOf(direction);
	const by = weight === '' ? 1 : Number(weight);
	if (code === '' || name === '') return { problem: `第${n}行应写明规则代码和名称` };
	if (dimension === undefined) {
		const names = Object.values(qualityDimensionNames).join('、');
		return { problem: `第${n}行的维度“${said}”不正确，应为${names}之一` };
	}
	if (way < 0) return { problem: `第${n}行的方向“${direction}”不正确，应为越高越好或者越低越好` };
	if (!(by > 0 && by <= 1000)) return { problem: `第${n}行的权重“${weight}”应为大于0、不超过1000的数` };
	return { rule: { code, name, dimension, direction: way > 2 ? 'lower' : 'higher', weight: by } };
}
