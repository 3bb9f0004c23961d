import { createHash } from 'node:crypto';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { canonical } from '#analytics/cases/read.ts';

/** Chain hash of an empty ledger. */
export const GENESIS = '0'.repeat(64);

/** One event's line in the chain: together with the digest it covers every column of its row. */
type Link = {
	seq: number;
	sourceId: number;
	eventId: string;
	digest: string;
	receivedAt: number;
	mapping: string | null;
};

/** sha-256 (hex) of an event's canonical text: equal exactly where the content is equal. */
export function digestOf(event: ShareEvent): string {
	return createHash('sha256').update(canonical(event)).digest('hex');
}

/** sha-256 (hex) over the previous batch's hash and this batch's lines, in order of `seq`. */
export function chainHash(previous: string, links: Iterable<Link>): string {
	const hash = createHash('sha256').update(`${previous}\n`);
	for (const { seq, sourceId, eventId, digest, receivedAt, mapping } of links) {
		hash.update(`${seq}|${sourceId}|${eventId}|${digest}|${receivedAt}|${mapping ?? ''}\n`);
	}
	return hash.digest('hex');
}
