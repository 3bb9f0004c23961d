import type { BackFill, BackFills, Range } from '#analytics/ledger/back-fills.ts';
import { type Doer, isPulled, type Source, SourceRefused, type Sources } from '#analytics/ledger/sources.ts';
import { connectorOf } from './connect/connector.ts';
import { PlatformFault } from './connect/fault.ts';
import { WrongRange } from './connect/range.ts';

/** How long a database may count the rows of the range; one that takes longer is back-filled without an estimate. */
const COUNT_MS = 20_000;

type Parts = { sources: Pick<Sources, 'byCode' | 'opened'>; backFills: BackFills };

/**
 * Begins to back-fill a range of a source; the schedule reads it, page by page, in turn with the source's own pulls. Throws
 * SourceRefused, in Chinese, where the source is not pulled, cannot be read, or does not know such a range.
 */
export async function beginBackFill(
	code: string,
	range: Range,
	by: Doer,
	{ sources, backFills }: Parts,
): Promise<BackFill> {
	const source = await sources.byCode(code);
	if (!source) throw new SourceRefused(`没有代码为“${code}”的数据来源，请先添加。`);
	if (!isPulled(source.connect)) throw new SourceRefused(`来源“${source.name}”不是定时拉取的，没有可补采的范围。`);
	const total = await totalOf(source, range, sources);
	return backFills.begin(code, { ...range, total }, by);
}

/** Rows of the range where a count tells; reads nothing from an interface, which may tell with its first page. */
async function totalOf(source: Source, range: Range, sources: Pick<Sources, 'opened'>): Promise<number | null> {
	const { connect } = await sources.opened(source);
	if (!isPulled(connect)) return null;
	try {
		const { count, close } = connectorOf(connect, range);
		return count ? await count({ timeoutMs: COUNT_MS }).finally(() => close?.()) : null;
	} catch (error) {
		if (error instanceof WrongRange) throw new SourceRefused(error.message);
		if (!(error instanceof PlatformFault)) throw error;
		if (error.code === 'timeout') return null;
		throw new SourceRefused(error.message);
	}
}
