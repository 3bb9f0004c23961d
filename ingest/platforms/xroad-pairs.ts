/** What of an operational-monitoring record tells which call it is of, and which side wrote it. */
export type Side = { securityServerType: string; xRequestId?: string | null | undefined };

/** The two records of one call, and those that have no other side. */
export type Paired<R> = {
	pairs: { client: R; producer: R }[];
	/** `lasting`: it names no call, so that no other side can ever be found. */
	orphans: { record: R; side: 'client' | 'producer'; lasting: boolean }[];
	/** Records of a side of which that call already has one. */
	duplicates: R[];
};

/**
 * Pairs the records of both sides: the two of one call carry the same xRequestId (message ids need not agree: senders reuse them).
 * The first record of a side stands, whatever order they come in otherwise. Two records without an xRequestId are the same one
 * where `same` says so.
 */
export function pairsOf<R extends Side>(records: readonly R[], same: (record: R) => string): Paired<R> {
	const calls = new Map<string, { client?: R; producer?: R }>();
	const duplicates: R[] = [];
	for (const record of records) {
		const key = record.xRequestId ? `call ${record.xRequestId}` : `record ${same(record)}`;
		const call = calls.get(key) ?? {};
		const side = sideOf(record);
		if (call[side]) duplicates.push(record);
		else calls.set(key, { ...call, [side]: record });
	}
	const found = [...calls.values()];
	return {
		pairs: found.flatMap(({ client, producer }) => (client && producer ? [{ client, producer }] : [])),
		orphans: found.flatMap(orphanOf),
		duplicates,
	};
}

function orphanOf<R extends Side>({ client, producer }: { client?: R; producer?: R }): Paired<R>['orphans'] {
	const record = client ?? producer;
	if (record === undefined || (client && producer)) return [];
	return [{ record, side: client ? 'client' : 'producer', lasting: !record.xRequestId }];
}

function sideOf({ securityServerType }: Side): 'client' | 'producer' {
	return securityServerType.toLowerCase() === 'client' ? 'client' : 'producer';
}
