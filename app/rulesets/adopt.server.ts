import { createHash } from 'node:crypto';
import { data, redirect } from '@remix-run/node';
import { OFFICE_ID } from '#analytics/cases/event.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { qualityItems } from '#analytics/measures/quality.ts';
import { ruleSets } from '#analytics/measures/rule-sets.ts';
import type { House } from '#app/context.ts';
import type { Deed } from '#app/loaders/deed.server.ts';
import { latestRuleSet } from '#app/loaders/rulesets.server.ts';
import { type Act, act, eventOf } from '#app/office/act.ts';
import type { Account } from '#app/office/office.ts';
import { Refusal } from '#app/refusal.ts';
import { type GivenRuleSet, givenIn, readRuleSet } from './draft.ts';

type Item = Row<typeof qualityItems>;

/** An assessed item whose score is another, or whose reason for having none is. */
export type MovedItem = Pick<Item, 'department' | 'department_name' | 'catalogue' | 'catalogue_title' | 'told_on'> & {
	before: Pick<Item, 'score' | 'state'>;
	after: Pick<Item, 'score' | 'state'>;
};

/** What a rule set would move in the span asked about; nothing is written. */
export type RuleSetPreview = {
	assessed: number;
	moved: MovedItem[];
	/** The same version of the same code was registered before. */
	replaces: boolean;
	/** Fingerprint of what was looked at: the rule set on top of the latest registration. */
	digest: string;
};

export type RuleSetAnswer = { given: GivenRuleSet; problems: string[]; preview: RuleSetPreview | null };

const MEANWHILE = '预览之后所填内容有改动，或者已有他人登记了新的规则集，本次未登记。请重新预览。';

/**
 * Previews a rule set, or (`intent` = adopt) puts it into force as it was previewed (`digest`), on top of the latest
 * registration; of two at the same moment the ledger takes one. 302 done, 400 faults, 409 changed meanwhile.
 */
export async function adoptRuleSet({ form, context, viewer, asked }: Deed) {
	const given = givenIn(form);
	const draft = readRuleSet(given);
	const refuse = (problems: string[], status: number) =>
		data<RuleSetAnswer>({ given, problems, preview: null }, status);
	if ('problems' in draft) return refuse(draft.problems, 400);
	const since = await latestRuleSet(context);
	const done: Act = { type: 'ruleset.adopted', data: { ruleset: draft.ruleSet }, id: `ruleset-after-${since}` };
	if (form.get('intent') !== 'adopt') {
		const preview = await previewOf(context, viewer.account, done, { ...asked.period, as_of: asked.as_of });
		return data<RuleSetAnswer>({ given, problems: [], preview });
	}
	if (given.effective <= context.today() && form.get('retroactive') !== 'yes') {
		return refuse(['施行日期不晚于今日，已计算的得分可能改变，须先勾选“确认追溯施行”'], 400);
	}
	if (form.get('digest') !== digestOf(done)) return refuse([MEANWHILE], 409);
	try {
		await act(context, viewer.account, done);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return refuse([error.code === 'done_already' ? MEANWHILE : error.message], error.status);
	}
	return redirect('/rulesets?adopted=yes');
}

function digestOf({ id, data: content }: Act): string {
	return createHash('sha256')
		.update(JSON.stringify([id, content]))
		.digest('hex');
}

type Span = { from: string; to: string; as_of: string };

/** The scores of assessed items with and without the rule set. */
async function previewOf(
	house: Pick<House, 'store' | 'today' | 'now'>,
	account: Pick<Account, 'name'>,
	done: Act,
	{ from, to, as_of }: Span,
): Promise<RuleSetPreview> {
	const event = await eventOf(house, account, done, house.now());
	const supposed = { ...event, sourceId: OFFICE_ID, receivedAt: house.now() };
	const span = { from, to, as_of, visible: null, departments: null, limit: 100_000, offset: 0 };
	const { before, after } = await house.store.suppose(supposed, async ({ ask, known }) => ({
		before: await ask(qualityItems, { ...span, known: known - 1 }),
		after: await ask(qualityItems, { ...span, known }),
	}));
	const { code, version } = (done.data as { ruleset: { code: string; version: string } }).ruleset;
	const known = await house.store.ask(ruleSets, { as_of, known: house.store.position(), visible: null });
	const replaces = known.some(row => row.code === code && row.version === version);
	return { assessed: after.length, moved: movedOf(before, after), replaces, digest: digestOf(done) };
}

/** Items that differ, those whose score moves most first; what gains or loses a score before all others. */
export function movedOf(before: readonly Item[], after: readonly Item[]): MovedItem[] {
	const key = ({ department, catalogue }: Item) => `${department} ${catalogue}`;
	const were = new Map(before.map(row => [key(row), row]));
	const step = ({ before: was, after: is }: MovedItem) =>
		was.score === null || is.score === null ? Number.POSITIVE_INFINITY : Math.abs(is.score - was.score);
	return after
		.flatMap(row => {
			const was = were.get(key(row)) ?? row;
			if (was.score === row.score && was.state === row.state) return [];
			const { department, department_name, catalogue, catalogue_title, told_on } = row;
			const named = { department, department_name, catalogue, catalogue_title, told_on };
			return [
				{
					...named,
					before: { score: was.score, state: was.state },
					after: { score: row.score, state: row.state },
				},
			];
		})
		.sort((a, b) => step(b) - step(a) || 0);
}
