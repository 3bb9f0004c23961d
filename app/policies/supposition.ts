import type { Policy } from '#analytics/law/policy.ts';
import { policyFields } from '#app/words/policies.ts';
import { namesOf, readPolicyFields } from './fields.ts';
import { versionFrom } from './versions.ts';

/** Readings to suppose: a version in the place of all others, or the versions as they are; and what is altered in them. */
export type Supposition = { version: Policy | null; altered: Partial<Policy> };

/** What an address asks to suppose. `given`: what it says, by name, to be shown again; `message`: what is wrong, in Chinese. */
export type AskedSupposition = {
	given: Record<string, string>;
	supposition: Supposition | null;
	message: string | null;
};

/** Names under which a supposition is asked for: those of /api/v1/due, and every other field of a policy. */
const NAMES = ['policy', ...policyFields.flatMap(namesOf)];

/** Reads `policy` (the day a version holds from) and any fields of a policy (`due_cutoff`, `materials` …; an hour of `none` takes one away). */
export function readSupposition(query: URLSearchParams, policies: readonly Policy[]): AskedSupposition {
	const told = NAMES.flatMap(name => {
		const value = query.get(name)?.trim();
		return value ? [[name, value] as const] : [];
	});
	const given = Object.fromEntries(told);
	if (told.length === 0) return { given, supposition: null, message: null };
	const { given: altered, problems } = readPolicyFields(name => given[name] ?? null);
	const version = given.policy === undefined ? null : versionFrom(policies, given.policy);
	if (version !== null && 'message' in version) return { given, supposition: null, message: version.message };
	const [problem] = problems;
	if (problem !== undefined) return { given, supposition: null, message: problem.message };
	return { given, supposition: { version, altered }, message: null };
}
