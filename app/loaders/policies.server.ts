import type { Day } from '#analytics/law/day.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { enactments } from '#analytics/measures/enactments.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { changedFields, inOrder } from '#app/policies/versions.ts';
import { policyFields } from '#app/words/policies.ts';
import type { PolicyField } from '#app/words/policy-entry.ts';
import { common, type Framed, framed } from './frame.server.ts';
import { type Reading, readings } from './readings.server.ts';

/** A version of the policy, and how it came into the ledger; `registered` null: shipped with the system. */
export type Version = {
	policy: Policy;
	registered: { seq: number; at: number; name: string } | null;
	/** Fields that say something else than the version before it. */
	changed: PolicyField[];
};

export type PoliciesData = Framed & {
	/** Every version known, the earliest first. */
	versions: Version[];
	/** Place in `versions` of the one in force on the day asked about. */
	at: number;
	/** By field: place in `versions` of the version since which its reading holds without a break. */
	since: Record<PolicyField, number>;
	/** The paragraphs behind the readings, and the readings that are not open to choice. */
	readings: readonly Reading[];
	mayAdopt: boolean;
};

/** Every reading of the law that a version decides, by the law known, on the day asked about. */
export async function policiesData(viewer: Viewer, asked: Asked, context: House): Promise<PoliciesData> {
	const { store, today } = context;
	const [frame, acts, titles] = await Promise.all([
		framed(asked, context),
		store.ask(enactments, { ...common(viewer, asked), as_of: later(today(), asked.as_of) }),
		context.office.accounts(),
	]);
	const nameOf = (officer: string | null) => titles.find(({ name }) => name === officer)?.title ?? officer ?? '未署名';
	const sorted = inOrder(store.lawAt(asked.known).policies);
	const versions = sorted.map((policy, n) => ({
		policy,
		registered: registrationOf(policy, acts, nameOf),
		changed: n === 0 ? [] : changedFields(sorted[n - 1] ?? policy, policy),
	}));
	const at = sorted.indexOf(policyOn(sorted, asked.as_of));
	const since = Object.fromEntries(policyFields.map(field => [field, sinceOf(field, versions, at)]));
	return {
		...frame,
		versions,
		at,
		since: since as PoliciesData['since'],
		readings,
		mayAdopt: may(viewer.account.role, 'enact'),
	};
}

function sinceOf(field: PolicyField, versions: readonly Version[], at: number): number {
	for (let n = at; n > 0; n--) if (versions[n]?.changed.includes(field)) return n;
	return 0;
}

type Acts = { seq: number; enacted_at: number; officer: string | null; body: string }[];

/** The latest act that put this effective day's version into force: it replaces those before it. */
function registrationOf(
	{ effective }: Policy,
	acts: Acts,
	nameOf: (officer: string | null) => string,
): Version['registered'] {
	const act = acts.find(({ body }) => {
		const { data } = JSON.parse(body) as { data?: { policy?: { effective?: string } } };
		return data?.policy?.effective === effective;
	});
	return act === undefined ? null : { seq: act.seq, at: act.enacted_at, name: nameOf(act.officer) };
}

function later(a: Day, b: Day): Day {
	return a > b ? a : b;
}
