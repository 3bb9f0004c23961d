import { join } from 'node:path';
import { openLedger } from '#analytics/ledger/open.ts';
import { openPostgres } from '#analytics/ledger/postgres.ts';
import { openStore } from '#analytics/store/open.ts';
import { migrations } from '#test/postgres.ts';

/** What a process does that is killed while it projects: opens the data folder, says so, catches up, and stays. */
export async function follow(dataDir: string): Promise<void> {
	const postgres = await openPostgres({ url: '', dataDir, migrations });
	const ledger = openLedger(postgres);
	const file = join(dataDir, 'events.duckdb');
	const store = await openStore({ file, ledger });
	process.stdout.write(`at ${store.position()}\n`);
	store.onMoved(position => process.stdout.write(`at ${position}\n`));
	await store.catchUp();
	process.stdout.write('done\n');
}
