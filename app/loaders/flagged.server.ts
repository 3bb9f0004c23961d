import type { Source } from '#analytics/ledger/sources.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';

/** The latest rows of a source that are looked at, and how few say nothing yet. */
const LAST = 1000;
const FEWEST = 20;

/** Share of open rejects among the latest rows from which on a source is flagged, where nobody has set another. */
const USUAL = 0.05;

const KEY = 'rejects.flag_from';

/** A source of whose latest `rows` rows as many as `open` are open rejects: so many that somebody should look. */
export type FlaggedSource = { source: string; source_name: string; rows: number; open: number };

/** The sources that are flagged, the worst first. They are told of and never stopped. */
export async function flaggedSources(
	{ rejects, office }: Pick<House, 'rejects' | 'office'>,
	registered: Source[],
): Promise<{ flag_from: number; flagged: FlaggedSource[] }> {
	const [shares, set] = await Promise.all([rejects.shares(LAST), office.setting(KEY)]);
	const from = set === null ? USUAL : Number(set);
	const over = shares.filter(({ rows, open }) => rows >= FEWEST && open / rows >= from);
	const flagged = over.map(({ sourceId, rows, open }) => {
		const one = registered.find(each => each.id === sourceId);
		return { source: one?.code ?? String(sourceId), source_name: one?.name ?? '已删除的来源', rows, open };
	});
	return { flag_from: from, flagged: flagged.sort((a, b) => b.open / b.rows - a.open / a.rows) };
}

/** Sets the share from what was filled in, in percent. Throws Refusal 400. */
export async function setFlagFrom({ office }: Pick<House, 'office'>, percent: string): Promise<void> {
	const share = Number(percent) / 100;
	if (!/^\d{1,3}(\.\d)?$/.test(percent) || share <= 0 || share > 1)
		throw new Refusal(400, 'bad_share', '提示线应为0.1至100之间的百分数，最多一位小数。');
	await office.setSetting(KEY, String(share));
}
