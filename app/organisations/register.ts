import type { Day } from '#analytics/law/day.ts';
import { departments } from '#analytics/measures/departments.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { registerCodes } from '#analytics/measures/organisations.ts';
import type { Store } from '#analytics/store/store.ts';

type Body = Row<typeof departments>;

/** The register against which a change is checked: on its effective day, and in the end. */
export type Register = {
	/** Bodies and unregistered codes known on the day. */
	on: ReadonlyMap<string, Body>;
	/** The same on the last day of the calendar: with what is registered to come. */
	end: ReadonlyMap<string, Body>;
	/** Codes that are but another code of a body. */
	other: ReadonlyMap<string, { body: string; body_name: string }>;
};

/** The last day that can be asked about. */
const LAST: Day = '2040-12-31' as Day;

/** Reads the register as it stands on a day, in the read model or in one that is supposed. */
export async function readRegister({ ask, known }: { ask: Store['ask']; known: number }, on: Day): Promise<Register> {
	const asked = (as_of: Day) => ({ as_of, known, visible: null, code: null });
	const [then, last, codes] = [
		await ask(departments, asked(on)),
		await ask(departments, asked(LAST)),
		await ask(registerCodes, asked(on)),
	];
	return {
		on: new Map(then.map(body => [body.code, body])),
		end: new Map(last.map(body => [body.code, body])),
		other: new Map(codes.map(({ code, body, body_name }) => [code, { body, body_name }])),
	};
}

/** The registered body under a code, alive on the day; null where there is none. */
export function living({ on, other }: Register, code: string): Body | null {
	const body = on.get(other.get(code)?.body ?? code);
	return body?.identified && body.valid_to === null ? body : null;
}
