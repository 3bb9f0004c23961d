import type { DuckDBConnection } from '@duckdb/node-api';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Project } from './project.ts';
import { registers } from './registers.ts';

/** Events that are applied in one transaction, unless one batch of the ledger holds more. */
const BLOCK = 2_000;

/** Follows the ledger. */
export type Tail = {
	position(): number;
	/** Grows when the read model was thrown away and begun anew: what was answered before may no longer be true. */
	generation(): number;
	/** Applies what the ledger holds beyond the position. Concurrent calls share one run that sees the latest of them. */
	catchUp(): Promise<number>;
	/** Waits for the running catch-up and starts no other. */
	stop(): Promise<void>;
};

/** Tables of the law: back to what was shipped. */
const LAW = ['day', 'policy', 'rule_set', 'rule_set_rule'];

/** Tables that folding fills, besides the registers. */
const FOLDED = [
	'event',
	'superseded',
	'case_state',
	'clock_run',
	'doubt',
	'register_code',
	'register_body',
	'register_bearer',
	'case_group',
];

/**
 * Tails the ledger on the store's one writing connection. The position is always the end of a batch, with the ledger's
 * chain there: where the ledger no longer has that chain, its history was rewritten (a restored backup, a fail-over that
 * lost commits), and everything projected is thrown away and projected again. `moved` is called after each commit.
 */
export async function tailOf(
	connection: DuckDBConnection,
	ledger: Ledger,
	project: Project,
	moved: (position: number) => void,
): Promise<Tail> {
	let { seq, chain } = await readPosition(connection);
	let generation = 0;
	let running: Promise<number> | null = null;
	let again = false;
	let stopped = false;

	const moveTo = async (to: { seq: number; chain: string }, change: () => Promise<unknown>) => {
		await transaction(connection, async () => {
			await change();
			await connection.run('update position set seq = $seq, chain = $chain', to);
		});
		({ seq, chain } = to);
	};

	const checkHistory = async () => {
		if (seq === 0 || (await ledger.chainAt(seq)) === chain) return;
		generation++;
		await moveTo({ seq: 0, chain: '' }, () => forget(connection));
		moved(seq);
	};

	const applyNext = async (): Promise<boolean> => {
		await checkHistory();
		const block = await nextBlock(ledger, seq);
		const last = block.at(-1);
		if (last === undefined) return false;
		const end = await ledger.chainAt(last.seq);
		if (end === null) return true;
		await moveTo({ seq: last.seq, chain: end }, () => project(block));
		moved(seq);
		return true;
	};

	const follow = async () => {
		try {
			do {
				again = false;
				while (!stopped && (await applyNext())) {}
			} while (again && !stopped);
			return seq;
		} finally {
			running = null;
		}
	};

	return {
		position: () => seq,
		generation: () => generation,
		catchUp() {
			again = true;
			running ??= follow();
			return running;
		},
		async stop() {
			stopped = true;
			await running?.catch(() => {});
		},
	};
}

/** The ledger's next events up to the end of a batch: about a block, or one whole batch where that is more. */
async function nextBlock(ledger: Ledger, after: number): Promise<LedgerEvent[]> {
	const events: LedgerEvent[] = [];
	for (let from = after; ; from = events.at(-1)?.seq ?? from) {
		const read = await ledger.read(from, BLOCK);
		events.push(...read);
		const last = events.at(-1);
		if (last === undefined) return [];
		const end = await ledger.batchEnd(last.seq);
		if (end > after) return events.filter(event => event.seq <= end);
		if (read.length === 0) return [];
	}
}

async function readPosition(connection: DuckDBConnection): Promise<{ seq: number; chain: string }> {
	const answer = await connection.runAndReadAll('select seq, chain from position');
	const [row] = answer.getRowObjectsJS() as { seq: number; chain: string }[];
	if (row === undefined)
		throw new Error('读模型没有记录位置：请停止程序，删除读模型文件后重新启动，读模型将从账本重建。');
	return row;
}

async function forget(connection: DuckDBConnection): Promise<void> {
	for (const table of FOLDED) await connection.run(`delete from ${table}`);
	for (const table of Object.keys(registers)) {
		// What was shipped stands under seq 0.
		if (!LAW.includes(table)) await connection.run(`delete from ${table} where seq > 0`);
	}
	for (const table of LAW) {
		await connection.run(`delete from ${table} where known_from > 0`);
		await connection.run(`update ${table} set known_to = null`);
	}
}

async function transaction(connection: DuckDBConnection, change: () => Promise<void>): Promise<void> {
	await connection.run('begin transaction');
	try {
		await change();
		await connection.run('commit');
	} catch (error) {
		// An invalidated database refuses the rollback too; what counts is why.
		await connection.run('rollback').catch(() => {});
		throw error;
	}
}
