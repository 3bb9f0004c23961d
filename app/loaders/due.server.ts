import { regionsOf } from '#app/calendars/picture.ts';
import type { House } from '#app/context.ts';
import { namesOf } from '#app/policies/fields.ts';
import { inOrder } from '#app/policies/versions.ts';
import { regionName } from '#app/words/regions.ts';
import { answerDue, type DueAnswer } from '../api/due-answer.ts';
import { dueFields, readDueQuestion } from '../api/due-question.ts';

export type DueData = {
	/** What the form says, to be shown again, by name. */
	given: Record<string, string>;
	today: string;
	calendar: string;
	/** Versions of the policy to choose from, the earliest first; regions with days of their own. */
	versions: { effective: string; document: string | null }[];
	regions: { code: string; name: string }[];
	/** The calculation; null where the question cannot be answered. */
	slip: DueAnswer | null;
	/** Why it cannot be answered, in Chinese; null where it can. */
	message: string | null;
};

const NAMES = [
	'clock',
	'from',
	'time',
	'extended',
	'policy',
	'region',
	'signed',
	'precheck',
	...dueFields.flatMap(namesOf),
];

/** The due day of any clock for a start day (and time), an extension, a policy and a region. An empty address asks for a conditional reply from today. */
export function dueData(query: URLSearchParams, { store, today }: House): DueData {
	const given = givenIn(query, today());
	const law = store.lawAt(store.position());
	const { calendar } = law.calendars.of(given.region || null);
	const versions = inOrder(law.policies).map(({ effective, document }) => ({ effective, document }));
	const regions = regionsOf(law.book).map(code => ({ code, name: regionName(code) }));
	const about = { given, today: today(), calendar: calendar.version, versions, regions };
	const asked = readDueQuestion(name => momentsIn(given, name));
	const slip = 'message' in asked ? asked : answerDue(asked, law.policies, calendar);
	if ('message' in slip) return { ...about, slip: null, message: slip.message };
	return { ...about, slip, message: null };
}

function givenIn(query: URLSearchParams, today: string): Record<string, string> {
	const told = NAMES.flatMap(name => {
		const value = query.get(name)?.trim();
		return value ? [[name, value] as const] : [];
	});
	return { clock: 'reply.conditional', from: today, ...Object.fromEntries(told) };
}

/** The form asks for times of day in Asia/Shanghai; a full instant is left as it is. */
function momentsIn(given: Record<string, string>, name: string): string | null {
	const text = given[name] ?? null;
	if (text === null) return null;
	if (name === 'from') return given.time === undefined || text.length > 10 ? text : shanghai(`${text}T${given.time}`);
	return name === 'signed' || name === 'precheck' ? shanghai(text) : text;
}

function shanghai(text: string): string {
	const [, minute, second] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?$/.exec(text) ?? [];
	return minute === undefined ? text : `${minute}${second ?? ':00'}+08:00`;
}
