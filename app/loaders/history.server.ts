import { type Day, plusDays, toDay } from '#analytics/law/day.ts';
import { departments } from '#analytics/measures/departments.ts';
import { matters } from '#analytics/measures/matters.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { registerCodes } from '#analytics/measures/organisations.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { type ChangeLine, changeLines } from './changes.server.ts';
import { common } from './frame.server.ts';

/** A body that ceased, and the one that took over: since when, by which entry, and what was open the evening before. */
export type Succession = {
	code: string;
	name: string;
	/** First day of the body that took over. */
	since: Day;
	change: Pick<ChangeLine, 'seq' | 'document'> | null;
	/** 件 open at the end of the day before, of which overdue. */
	open: number;
	overdue: number;
};

/** Where a body comes from, where it went, and every entry of the register that names it. */
export type History = {
	predecessors: Succession[];
	successor: Succession | null;
	codes: { code: string; recognised: boolean }[];
	units: { code: string; name: string }[];
	changes: ChangeLine[];
};

/** The history of a body as of the day asked, by its present code. */
export async function historyOf(viewer: Viewer, asked: Asked, context: House, code: string): Promise<History> {
	const { store } = context;
	const [bodies, codes, lines] = await Promise.all([
		store.ask(departments, { ...common(viewer, asked), visible: null, code: null }),
		store.ask(registerCodes, { ...common(viewer, asked), visible: null }),
		changeLines(viewer, asked, context),
	]);
	const own = codes.filter(({ body }) => body === code);
	const names = [code, ...own.map(each => each.code)];
	const told = (from: Row<typeof departments>, to: Row<typeof departments>) =>
		successionOf(from, to, lines, viewer, asked, context);
	const self = bodies.find(each => each.code === code);
	const heir = bodies.find(each => each.code === self?.successor);
	return {
		predecessors: self
			? await Promise.all(bodies.filter(({ successor }) => successor === code).map(from => told(from, self)))
			: [],
		successor: self && heir ? { ...(await told(self, heir)), code: heir.code, name: heir.name } : null,
		codes: own.map(each => ({ code: each.code, recognised: each.recognised })),
		units: bodies.filter(({ parent, valid_to }) => parent === code && valid_to === null),
		changes: lines.filter(line => line.codes.some(each => names.includes(each))),
	};
}

async function successionOf(
	from: Row<typeof departments>,
	to: Row<typeof departments>,
	lines: ChangeLine[],
	viewer: Viewer,
	asked: Asked,
	{ store }: House,
): Promise<Succession> {
	const last = toDay(from.valid_to ?? asked.as_of);
	const since = plusDays(last, 1);
	const change = lines.find(
		line =>
			line.superseded === null &&
			line.effective === since &&
			line.codes.includes(from.code) &&
			line.codes.includes(to.code),
	);
	const open = { clocks: null, due_from: null, due_to: null, unheard: null, late_min: null, search: null };
	const count = async (statuses: string[]) => {
		const page = { statuses, sort: 'due_on', descending: false, limit: 1, offset: 0 };
		const args = { ...common(viewer, asked), as_of: last, ...open, departments: [from.code], ...page };
		return (await store.ask(matters, args))[0]?.total ?? 0;
	};
	return {
		code: from.code,
		name: from.name,
		since,
		change: change === undefined ? null : { seq: change.seq, document: change.document },
		open: await count(['running', 'overdue', 'paused']),
		overdue: await count(['overdue']),
	};
}
