import { calendarsOf, enact, type Lawbook } from '#analytics/law/lawbook.ts';
import { overlayDays } from '#analytics/law/notices/check-overlay.ts';
import type { Asked } from '#app/asked.ts';
import type { House } from '#app/context.ts';
import { foreseenMoves, type MovesData } from '#app/loaders/moves.server.ts';
import type { Draft } from './draft.ts';
import { type Picture, pictureOf } from './picture.ts';
import { digestOf, type Proposal, proposalOf } from './proposal.ts';
import { codesOf, knownRegions } from './regions.server.ts';

/** What a person sees before confirming. `since` and `digest` say what is confirmed, and on top of which law. */
export type Preview = Proposal & {
	draft: Draft;
	since: number;
	digest: string;
	/** The years it changes, as they are and as they would be, month by month. */
	pictures: { before: Picture; after: Picture }[];
	moves: MovesData;
};

/** Reads a draft and shows what it would do to the calendar and to the cases; nothing is written. Throws Refusal 400. */
export async function previewOf(
	draft: Draft,
	asked: Asked,
	context: Pick<House, 'store'>,
	page: number,
): Promise<Preview> {
	const law = context.store.lawAt(context.store.position());
	const regions = await knownRegions(context, asked.as_of);
	const proposal = proposalOf(draft, law.book, codesOf(regions));
	const moves = await foreseenMoves(proposal.enactment, asked, context, page);
	const digest = digestOf(proposal, law.since);
	return { ...proposal, draft, since: law.since, digest, pictures: picturesOf(proposal, law.book), moves };
}

/** Whether a confirmation of its own is needed: something was not understood, is not plausible, or would be lost. */
export function isDoubtful({ problems, losses }: Pick<Proposal, 'problems' | 'losses'>): boolean {
	return problems.length + losses.length > 0;
}

function picturesOf({ enactment }: Proposal, book: Lawbook): Preview['pictures'] {
	const next = enact(book, enactment);
	const [before, after] = [book, next].map(each => ({ book: each, calendars: calendarsOf(each) }));
	if (before === undefined || after === undefined) return [];
	const region = enactment.kind === 'year' ? null : enactment.overlay.region;
	return yearsOf(enactment, book).map(year => ({
		before: pictureOf(before, year, region),
		after: pictureOf(after, year, region),
	}));
}

function yearsOf(enactment: Proposal['enactment'], { overlays }: Lawbook): number[] {
	if (enactment.kind === 'year') return [enactment.year.year];
	const known = overlays.filter(({ code }) => code === enactment.overlay.code);
	const days = [...known, enactment.overlay].flatMap(overlayDays);
	return [...new Set(days.map(({ on }) => Number(on.slice(0, 4))))].sort();
}
