import { type Day, toDay } from '#analytics/law/day.ts';
import { defaultPolicies, type Policy, policyOn } from '#analytics/law/policy.ts';
import type { Law } from '#analytics/store/statutes.ts';
import { longDay } from '#app/words/format.ts';
import { policyFields } from '#app/words/policies.ts';
import { namesOf, type Problem, readPolicyFields, writePolicyFields } from './fields.ts';
import { changedFields, inOrder, sameIn } from './versions.ts';

/** A version of the policy as somebody is writing it. */
export type Draft = {
	/** What stands in every control, by its name. */
	shown: Record<string, string>;
	/** The version in force on the effective day, from which every control is preset. */
	base: Policy;
	/** The law the controls were preset from: `seq` of its latest enactment. */
	since: number;
	problems: Problem[];
	/** Something to know before going on; null where there is nothing. */
	notice: string | null;
};

/** A draft without a fault: the version it makes, and what its event carries. */
export type Ready = {
	policy: Policy;
	/** Day before which it no longer holds for new clocks, because a later version is known already; null: until further notice. */
	until: Day | null;
	/** A version of the same effective day, whose place it takes. */
	replaces: Policy | null;
	body: Record<string, unknown>;
};

/** The first day a version can hold: that of the Decree (第四十四条). */
const FIRST = '2025-08-01';
/** Beyond every ledger position: the law as it is now. */
const LATEST = Number.MAX_SAFE_INTEGER;
const PAPERS = [
	['document', '文号', 100],
	['ground', '理由', 500],
] as const;

/** A new draft, preset from the version in force on a day. */
export function newDraft(effective: Day, law: Law): Draft {
	const base = policyOn(law.policies, effective);
	const shown = { ...writePolicyFields(base), effective, preset: effective, document: '', ground: '' };
	return { shown, base, since: law.since, problems: [], notice: null };
}

/**
 * Reads a submitted form.
 * @param lawAt the law by ledger position, the latest beyond the last
 * @returns `ready` null: it has faults, or the presets are no longer those of its effective day
 */
export function readDraft(
	form: FormData,
	lawAt: (known: number) => Law,
	today: Day,
): { draft: Draft; ready: Ready | null } {
	const law = lawAt(LATEST);
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : null;
	};
	const effective = readEffective(text('effective') ?? '');
	const base = policyOn(law.policies, 'day' in effective ? effective.day : today);
	const read = readPolicyFields(text);
	const problems = ['message' in effective ? [effective] : [], papersMissing(text), read.problems].flat();
	const draft = { shown: shownOf(form), base, since: law.since, problems, notice: null };
	if (!('day' in effective)) return { draft, ready: null };
	const preset = presetOf(lawAt, text('since') ?? '', text('preset') ?? '');
	const moved = represet(draft, read.given, preset, effective.day);
	if (moved !== null) return { draft: moved, ready: null };
	const policy = {
		...base,
		...read.given,
		effective: effective.day,
		document: text('document'),
		ground: text('ground'),
	};
	if (problems.length > 0) return { draft, ready: null };
	const ready = readyOf({ ...policy, ground: policy.ground ?? '' }, base, law);
	if (!ready.isNew) return { draft: { ...draft, problems: [unchanged(base)] }, ready: null };
	return { draft, ready };
}

function readEffective(text: string): { day: Day } | Problem {
	const name = 'effective';
	if (text === '') return { name, message: '请填写施行日期。' };
	let day: Day;
	try {
		day = toDay(text);
	} catch {
		return { name, message: `施行日期“${text}”不是有效日期，应为 2026-12-01 的形式。` };
	}
	if (day < FIRST) {
		return { name, message: `施行日期不能早于${longDay(FIRST)}条例施行之日（第四十四条），请改为该日或者以后。` };
	}
	if (day >= '2100-01-01') return { name, message: '施行日期应在2100年以前，请核对年份。' };
	return { day };
}

function papersMissing(text: (name: string) => string | null): Problem[] {
	return PAPERS.flatMap(([name, words, most]) => {
		const told = text(name) ?? '';
		if (told === '') return [{ name, message: `请填写${words}：登记的口径须有文件依据，并写入报告。` }];
		return told.length > most ? [{ name, message: `${words}不能超过${most}个字，现为${told.length}个字。` }] : [];
	});
}

function shownOf(form: FormData): Record<string, string> {
	const names = ['effective', 'preset', 'document', 'ground', ...policyFields.flatMap(namesOf)];
	const told = names.map(name => [name, form.get(name)] as const);
	return Object.fromEntries(told.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** What the controls were preset with, and by which law; null: the form does not say. */
type Preset = { policy: Policy; since: number } | null;

function presetOf(lawAt: (known: number) => Law, since: string, preset: string): Preset {
	const on = readEffective(preset);
	if (!('day' in on) || !/^\d{1,15}$/.test(since)) return null;
	return { policy: policyOn(lawAt(Number(since)).policies, on.day), since: Number(since) };
}

/** The controls were preset for another day or by another law: preset anew, keeping what was changed by hand. */
function represet(draft: Draft, given: Partial<Policy>, preset: Preset, on: Day): Draft | null {
	const stale = preset?.since !== draft.since;
	if (!stale && preset !== null && changedFields(preset.policy, draft.base).length === 0) return null;
	const before = preset?.policy ?? draft.base;
	const changed = policyFields.filter(field => field in given && !sameIn(field, { ...before, ...given }, before));
	const kept = Object.fromEntries(changed.map(field => [field, given[field]]));
	const preserved = Object.entries(writePolicyFields({ ...draft.base, ...kept }));
	const wrong = new Set(draft.problems.map(({ name }) => name));
	const shown = { ...draft.shown, ...Object.fromEntries(preserved.filter(([name]) => !wrong.has(name))), preset: on };
	const why = stale ? '打开本页之后，口径或者工作日历已有新的登记' : `施行日期改为${longDay(on)}`;
	const notice = `${why}，各项已按${longDay(on)}施行的版本重新带出，您改动的${changed.length}项保留。请核对后再预告。`;
	return { ...draft, shown, notice };
}

function unchanged(base: Policy): Problem {
	const message = `没有改动任何一项：与自${longDay(base.effective)}起施行的版本相同，无需登记。请至少改动一项。`;
	return { name: 'changes', message };
}

function readyOf(policy: Policy, base: Policy, law: Law): Ready & { isNew: boolean } {
	const changed = changedFields(base, policy);
	const replaces = law.policies.find(({ effective }) => effective === policy.effective) ?? null;
	const corrected = replaces !== null && (replaces.document !== policy.document || replaces.ground !== policy.ground);
	const until = inOrder(law.policies).find(({ effective }) => effective > policy.effective)?.effective ?? null;
	const body = bodyOf(policy, changed);
	return { policy, until, replaces, body, isNew: changed.length > 0 || corrected };
}

/**
 * The version as its event carries it: the fields that this version changes, and those in which it differs from the
 * readings shipped, because a field left out means those.
 */
function bodyOf(policy: Policy, changed: readonly string[]): Record<string, unknown> {
	const { effective, document, ground } = policy;
	const [shipped] = defaultPolicies;
	const told = policyFields.filter(
		field => changed.includes(field) || (shipped !== undefined && !sameIn(field, policy, shipped)),
	);
	return { effective, document, ground, ...Object.fromEntries(told.map(field => [field, policy[field]])) };
}
