import { openLedger } from '#analytics/ledger/open.ts';
import { openPostgres } from '#analytics/ledger/postgres.ts';
import { openSources } from '#analytics/ledger/register.ts';
import { isPulled } from '#analytics/ledger/sources.ts';
import { runTurn } from '#ingest/turn.ts';

/** What a process does that is killed while it pulls: every source turn after turn, all at once, until it is gone. */
const [url = '', migrations = '', secret = ''] = process.argv.slice(2);
const postgres = await openPostgres({ url, dataDir: '', migrations });
const ledger = openLedger(postgres);
const sources = openSources(postgres, { secret });
await sources.freeLeases();
const log = { warn: () => {}, error: (fields: object, message: string) => console.error(message, fields) };
const deps = { ledger, sources, log, now: Date.now, timeoutMs: 250, maxPages: 6 };

async function pullOn(id: number): Promise<never> {
	for (;;) {
		const claim = await sources.claim(Date.now(), 60_000, id);
		if (claim) await runTurn(claim, deps);
	}
}

const pulled = (await sources.list()).filter(source => isPulled(source.connect));
process.stdout.write('pulling\n');
await Promise.all(pulled.map(source => pullOn(source.id)));
