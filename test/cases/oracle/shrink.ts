import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import type { Deed } from './deeds.ts';
import type { Draw } from './draw.ts';
import { MINUTE, nameOf } from './fingers.ts';

/** A smaller matter on which they still differ: fewer acts, fewer readings that are not the default, plainer acts. */
export function smallest(draw: Draw, differs: (draw: Draw) => string | null): Draw {
	for (const smaller of [...lessTold(draw), ...plainer(draw)]) {
		if (differs(smaller) !== null) return smallest(smaller, differs);
	}
	return draw;
}

/** One act less; the last receipt stays. */
function lessTold(draw: Draw): Draw[] {
	const { deeds } = draw;
	const receipts = deeds.filter(({ kind }) => kind === 'receive').length;
	return deeds.flatMap((deed, n) =>
		deed.kind === 'receive' && receipts === 1 ? [] : [{ ...draw, deeds: deeds.toSpliced(n, 1) }],
	);
}

function plainer(draw: Draw): Draw[] {
	const { deeds, policies, asked } = draw;
	const acts = deeds.flatMap((deed, n) => simpler(deed).map(each => ({ ...draw, deeds: deeds.with(n, each) })));
	const readings = policies.flatMap((policy, n) =>
		changed(policy).map(([field]) => ({
			...draw,
			policies: policies.with(n, { ...policy, [field]: defaultPolicies[0]?.[field] }),
		})),
	);
	const versions = policies.length > 1 ? policies.map(each => ({ ...draw, policies: [each] })) : [];
	const questions = asked.length > 1 ? asked.map(each => ({ ...draw, asked: [each] })) : [];
	return [...versions, ...readings, ...acts, ...questions];
}

function simpler(deed: Deed): Deed[] {
	const { signed, precheck, ...unsigned } = deed;
	return [
		...(deed.paper ? [{ ...deed, paper: false }] : []),
		...(deed.recorded === deed.occurred ? [] : [{ ...deed, recorded: deed.occurred }]),
		...(signed === undefined && precheck === undefined ? [] : [unsigned]),
	];
}

/** The fields of a version that are not as shipped. */
function changed(policy: Policy): [field: keyof Policy, value: unknown][] {
	const fields = Object.entries(policy) as [keyof Policy, unknown][];
	return fields.filter(
		([field, value]) => field !== 'effective' && JSON.stringify(value) !== JSON.stringify(defaultPolicies[0]?.[field]),
	);
}

/** A matter as a person would read it. */
export function told({ seed, policies, deeds, conditional, asked }: Draw): string {
	const readings = policies.map(
		policy => `自${policy.effective}起 ${JSON.stringify(Object.fromEntries(changed(policy)))}`,
	);
	const heading = `种子 ${seed}，${conditional ? '有条件' : '无条件'}，问起算后第 ${asked} 日`;
	return [heading, ...readings, ...deeds.map(say)].join('\n');
}

function say({ id, kind, line, away, occurred, recorded, paper, days, agreed, signed, precheck, on }: Deed): string {
	const time = (at: number) => new Date(at + 480 * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
	const parts = [
		...[paper ? `${time(occurred).slice(0, 10)} 纸质` : time(occurred), `${id}:${kind}`],
		...[line && `行${line}`, away && '受转部门', recorded !== occurred && `记录于 ${time(recorded)}`],
		...[days && `${days}日`, agreed && `同意行${agreed}`, on !== undefined && nameOf(on)],
		...[signed && `签收 ${time(signed)}`, precheck && `审查 ${time(precheck)}`],
	];
	return parts.filter(part => typeof part === 'string' && part !== '').join(' ');
}
