import { departments } from '#analytics/measures/departments.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { registerCodes, unidentified } from '#analytics/measures/organisations.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { type ChangeLine, changeLines } from './changes.server.ts';
import { common, type Framed, framed } from './frame.server.ts';
import { platformNames } from './platform-names.server.ts';

type Department = Row<typeof departments>;

/** A registered body as of the day: with its units, its codes of other times, and whom it took over from. */
export type BodyLine = Department & {
	units: BodyLine[];
	codes: { code: string; recognised: boolean }[];
	predecessors: { code: string; name: string; valid_to: string | null }[];
};

/** A code nobody registered, and what it appears in. */
export type UnidentifiedLine = Omit<Row<typeof unidentified>, 'sources'> & { platforms: string[] };

export type OrganisationsData = Framed & {
	definition: string;
	/** Division of the authority. */
	home: string | null;
	/** Bodies that answer for themselves, by division; null: no division is registered. */
	regions: { region: string | null; bodies: BodyLine[] }[];
	/** Bodies that have ceased by the day, the latest first. */
	ceased: BodyLine[];
	unidentified: UnidentifiedLine[];
	changes: ChangeLine[];
	mayEnact: boolean;
};

const chinese = new Intl.Collator('zh-CN');
const kinds = ['authority', 'department', 'district', 'vertical', 'other_organ'];

/** The register of organisations as of the day asked, and what it was told. A liaison sees the own body. */
export async function organisationsData(viewer: Viewer, asked: Asked, context: House): Promise<OrganisationsData> {
	const { store } = context;
	const question = common(viewer, asked);
	const [frame, rows, codes, unknown, changes, platform] = await Promise.all([
		framed(asked, context),
		store.ask(departments, { ...question, code: null }),
		store.ask(registerCodes, question),
		store.ask(unidentified, question),
		changeLines(viewer, asked, context),
		platformNames(context),
	]);
	const bodies = linesOf(
		rows.filter(({ identified }) => identified),
		codes,
	);
	const alive = bodies.filter(({ valid_to }) => valid_to === null);
	return {
		...frame,
		definition: `${departments.definition}${unidentified.definition}`,
		home: alive.find(({ kind }) => kind === 'authority')?.region ?? null,
		regions: regionsOf(alive),
		ceased: bodies
			.filter(({ valid_to }) => valid_to !== null)
			.sort((a, b) => ((a.valid_to ?? '') < (b.valid_to ?? '') ? 1 : -1)),
		unidentified: unknown.map(({ sources, ...line }) => ({
			...line,
			platforms: (sources ?? '').split(',').flatMap(source => (source === '' ? [] : [platform(Number(source))])),
		})),
		changes,
		mayEnact: may(viewer.account.role, 'enact'),
	};
}

function linesOf(rows: Department[], codes: Row<typeof registerCodes>[]): BodyLine[] {
	const lines: BodyLine[] = rows.map(row => ({
		...row,
		units: [],
		codes: codes.filter(({ body }) => body === row.code).map(({ code, recognised }) => ({ code, recognised })),
		predecessors: rows
			.filter(({ successor }) => successor === row.code)
			.map(({ code, name, valid_to }) => ({ code, name, valid_to })),
	}));
	const byCode = new Map(lines.map(line => [line.code, line]));
	for (const line of lines) {
		if (line.valid_to === null && line.parent !== null) byCode.get(line.parent)?.units.push(line);
	}
	return lines.sort(inOrder);
}

/** Bodies whose superior is not shown stand in the tree themselves. */
function regionsOf(alive: BodyLine[]): OrganisationsData['regions'] {
	const nested = new Set(alive.flatMap(({ units }) => units.map(({ code }) => code)));
	const regions = new Map<string | null, BodyLine[]>();
	for (const line of alive) {
		if (nested.has(line.code) && !alive.some(({ code, parent }) => code === line.parent && parent === line.code))
			continue;
		regions.set(line.region, [...(regions.get(line.region) ?? []), line]);
	}
	return [...regions]
		.map(([region, bodies]) => ({ region, bodies }))
		.sort((a, b) => ((a.region ?? '~') < (b.region ?? '~') ? -1 : 1));
}

function inOrder(a: BodyLine, b: BodyLine): number {
	return (
		kinds.indexOf(a.kind ?? '') - kinds.indexOf(b.kind ?? '') ||
		chinese.compare(a.name, b.name) ||
		(a.code < b.code ? -1 : 1)
	);
}
