import type { Source } from '#analytics/ledger/sources.ts';
import type { House } from '#app/context.ts';

/** Names of the platforms by the number of their source. */
export type PlatformName = (source: number) => string;

/** How the registered sources are named on screen; one that is no longer registered says so. */
export async function platformNames({ sources }: Pick<House, 'sources'>): Promise<PlatformName> {
	return nameIn(await sources.list());
}

/** The same from the list of sources. */
export function nameIn(sources: readonly Pick<Source, 'id' | 'name'>[]): PlatformName {
	const names = new Map(sources.map(({ id, name }) => [id, name]));
	return source => names.get(source) ?? '已删除的来源';
}
