/** Events that the read model may be behind the ledger before pulling slows down. */
export const MOST_BEHIND = 20_000;
