import type { Day } from '#analytics/law/day.ts';
import { departments } from '#analytics/measures/departments.ts';
import type { House } from '#app/context.ts';

/** A division that departments belong to, by the name of one of them. */
export type KnownRegion = { code: string; department: string; count: number };

/** The divisions of the departments known on a day, in order of code. */
export async function knownRegions({ store }: Pick<House, 'store'>, on: Day): Promise<KnownRegion[]> {
	const bodies = await store.ask(departments, { as_of: on, known: store.position(), visible: null, code: null });
	const found = new Map<string, KnownRegion>();
	for (const { region: code, name } of bodies) {
		if (code === null) continue;
		const { department, count } = found.get(code) ?? { department: name, count: 0 };
		found.set(code, { code, department, count: count + 1 });
	}
	return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The codes of divisions. */
export function codesOf(regions: readonly KnownRegion[]): string[] {
	return regions.map(({ code }) => code);
}
