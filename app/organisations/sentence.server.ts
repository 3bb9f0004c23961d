import type { Day } from '#analytics/law/day.ts';
import { registerChanges } from '#analytics/measures/organisations.ts';
import type { House } from '#app/context.ts';
import { changeKinds, changeSentence, type ToldChange, toChangeKind } from '#app/words/changes.ts';
import { longDay } from '#app/words/format.ts';
import type { Body } from './draft.ts';
import type { Given } from './given.ts';
import type { Register } from './register.ts';
import { targetOf, toldOf } from './target.server.ts';

/** What a draft says in one sentence; a retraction says what it takes back. */
export async function sentenceOf(
	given: Given,
	body: Body,
	register: Register,
	house: Pick<House, 'store' | 'today'>,
): Promise<string> {
	const nameOf = (code: string) => (register.on.get(code) ?? register.end.get(code))?.name ?? code;
	if (given.kind !== 'retract') return changeSentence(body as unknown as ToldChange, nameOf);
	const told = toldOf(await targetOf(house, given.target));
	return `撤回登记：${changeSentence(told, nameOf)}（${longDay(told.effective)}起，${told.document ?? '未写明文号'}）`;
}

/** What else is registered and bears on a draft: for later days of the same bodies, and what stands again after a retraction. */
export async function aroundOf(
	day: Day,
	body: Body,
	{ kind, target }: Given,
	{ store, today }: Pick<House, 'store' | 'today'>,
): Promise<string[]> {
	const entries = await store.ask(registerChanges, { as_of: today(), known: store.position(), visible: null });
	const aimed = entries.find(({ seq }) => String(seq) === target);
	const taken = kind === 'retract' ? aimed : undefined;
	const from = taken?.effective ?? day;
	const codes = taken?.codes ?? namedIn(body);
	const later = entries.filter(
		entry =>
			entry.superseded === null &&
			entry !== aimed &&
			entry.effective > from &&
			entry.codes.some(code => codes.includes(code)),
	);
	const again = taken !== undefined && taken.corrects !== null;
	return [
		...(again ? ['该项登记是对此前登记的更正，撤回之后原登记恢复有效；原登记也有误的，请再撤回原登记。'] : []),
		...later.map(entry => {
			const name = changeKinds[toChangeKind(entry.kind) ?? 'move'].name;
			return `所涉机构另有${longDay(entry.effective)}起的${name}登记（${entry.document ?? '未写明文号'}），请核对先后。`;
		}),
	];
}

function namedIn({ from, to }: Body): string[] {
	const bodies = (to as { code: string }[] | undefined) ?? [];
	return [...((from as string[] | undefined) ?? []), ...bodies.map(({ code }) => code)];
}
