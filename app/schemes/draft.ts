import { indicators } from '#analytics/law/indicators.ts';
import { problemsOf, type Scheme, type Weight } from '#analytics/law/scheme.ts';

/** A scheme tried out: the base with the weights and points that an address or a form carries. */
export type Trial = {
	scheme: Scheme;
	/** Something differs from the base. */
	changed: boolean;
	/** What the scheme must keep and does not, in official Chinese. */
	problems: string[];
};

/** Reads `weight.T1 full.T1 zero.T1 …` (shares in per cent) and `basis`; what is absent or no number is as in the base, numbers alone change it. */
export function readTrial(given: URLSearchParams | FormData, base: Scheme): Trial {
	const wrong: string[] = [];
	const number = (name: string, fallback: number, words: string) => {
		const text = given.get(name);
		if (typeof text !== 'string' || text.trim() === '') return fallback;
		const value = Number(text);
		if (Number.isFinite(value)) return value;
		wrong.push(`${words}“${text}”不是数字`);
		return fallback;
	};
	const weights = base.weights.map((weight): Weight => {
		const { indicator, full, zero } = weight;
		const { zh, kind } = indicators[indicator];
		const scale = kind === 'rate' ? 100 : 1;
		return {
			indicator,
			weight: number(`weight.${indicator}`, weight.weight, `${zh}的权重`),
			full: number(`full.${indicator}`, full * scale, `${zh}的满分值`) / scale,
			zero: number(`zero.${indicator}`, zero * scale, `${zh}的零分值`) / scale,
		};
	});
	const basis =
		given.get('basis') === 'factual' || given.get('basis') === 'adjudicated'
			? (given.get('basis') as Scheme['basis'])
			: base.basis;
	const scheme = { ...base, basis, weights };
	return { scheme, changed: !same(scheme, base), problems: [...wrong, ...problemsOf(scheme)] };
}

/** The fields of an address or a form that carry a trial. */
export function trialFields({ weights, basis }: Scheme): [name: string, value: string][] {
	return [
		['basis', basis],
		...weights.flatMap(({ indicator, weight, full, zero }): [string, string][] => {
			const scale = indicators[indicator].kind === 'rate' ? 100 : 1;
			const shown = (value: number) => String(Number((value * scale).toFixed(6)));
			return [
				[`weight.${indicator}`, String(weight)],
				[`full.${indicator}`, shown(full)],
				[`zero.${indicator}`, shown(zero)],
			];
		}),
	];
}

function same(a: Scheme, b: Scheme): boolean {
	return JSON.stringify(trialFields(a)) === JSON.stringify(trialFields(b));
}
