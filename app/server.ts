import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import pino, { type Logger } from 'pino';
import { type Day, dayOf, type Instant, startOf } from '#analytics/law/day.ts';
import { openBackFills } from '#analytics/ledger/back-fills.ts';
import { verifyChain } from '#analytics/ledger/chain.ts';
import { DataDirInUse, lockDataDir } from '#analytics/ledger/lock.ts';
import { type Mappings, openMappings } from '#analytics/ledger/mappings.ts';
import { openLedger } from '#analytics/ledger/open.ts';
import { openPostgres, PostgresUnopened } from '#analytics/ledger/postgres.ts';
import { openSources } from '#analytics/ledger/register.ts';
import { openRejects, type RejectFilter } from '#analytics/ledger/settle.ts';
import { isPulled } from '#analytics/ledger/sources.ts';
import { openUploadLog } from '#analytics/ledger/uploads.ts';
import { StoreHeld } from '#analytics/store/database.ts';
import { openStore } from '#analytics/store/open.ts';
import type { Store } from '#analytics/store/store.ts';
import { importFile } from '#ingest/import.ts';
import { openIntake } from '#ingest/intake.ts';
import { push } from '#ingest/push.ts';
import { replay } from '#ingest/replay.ts';
import { sampleCity } from '#ingest/sample/city.ts';
import { startPlatforms } from '#ingest/sample/platforms.ts';
import { type Schedule, startSchedule } from '#ingest/schedule.ts';
import { openUploads } from '#ingest/uploads.ts';
import { may } from './auth/rights.ts';
import { accountOfCookie } from './auth/viewer.server.ts';
import type { Desk, Outcome } from './commands/command.ts';
import { runCommand } from './commands/commands.ts';
import type { House } from './context.ts';
import { openControl } from './control.ts';
import { prepareDataDir } from './data-dir.ts';
import { type Env, WrongSetting } from './env.ts';
import { type Served, serve } from './http/serve.ts';
import { openWeb } from './http/web.ts';
import { type Hub, openHub, type Topic } from './live/hub.server.ts';
import { openOffice } from './office/open.ts';
import { plantSample, refuseMixing, wantsSample } from './sample.ts';
import { welcome } from './setup.ts';
import { LARGEST_UPLOAD } from './uploads.ts';

/** Where the house is opened and with what; `now` is the real clock unless a test turns it. */
export type Opening = { env: Env; root: string; log?: Logger; now?: () => Instant };

/** The house: every part made once, here, and handed on by hand. */
export type Opened = {
	/** Runs one verb of the command line. */
	command(args: string[], cwd: string): Promise<Outcome>;
	/** Starts what runs by itself (sample city, pulls, web); resolves when the first page can be read. */
	start(say: (line: string) => void): Promise<{ url: string | null; line: string }>;
	close(): Promise<void>;
};

/** Opens databases and parts under the lock of the data folder. Throws WrongSetting and the lock's refusal. */
export async function openHouse({
	env,
	root,
	log = pino({ level: 'silent' }),
	now: wall = Date.now,
}: Opening): Promise<Opened> {
	const closers: (() => Promise<unknown> | unknown)[] = [];
	const close = async () => {
		for (const closer of closers.splice(0).reverse()) await closer();
	};
	try {
		return await furnish({ env, root, log, wall, closers, close });
	} catch (error) {
		await close();
		throw forPeople(error);
	}
}

/** What stands in the way of a start without being a fault of ours is one sentence, without a stack. */
function forPeople(error: unknown): unknown {
	const known = [DataDirInUse, PostgresUnopened, StoreHeld].find(kind => error instanceof kind);
	return known ? new WrongSetting((error as Error).message, { cause: error }) : error;
}

type Shell = Required<Omit<Opening, 'now'>> & {
	wall: () => Instant;
	closers: (() => Promise<unknown> | unknown)[];
	close(): Promise<void>;
};

async function furnish(shell: Shell): Promise<Opened> {
	const { env, root, closers, log } = shell;
	const kept = prepareDataDir(env.dataDir);
	const secret = env.sessionSecret ?? kept;
	const lock = await lockDataDir(env.dataDir);
	closers.push(() => lock.release());
	const postgres = await openPostgres({
		url: env.databaseUrl,
		dataDir: env.dataDir,
		migrations: join(root, 'sql/office'),
	});
	closers.push(() => postgres.close());
	const ledger = openLedger(postgres);
	closers.push(() => ledger.close());
	const { now, today } = clockOf(env, shell.wall);
	const sources = openSources(postgres, { secret, now });
	const store = await openStore({
		file: join(env.dataDir, 'events.duckdb'),
		ledger,
		onTrouble: error => log.error(error, '读模型未能跟上账本，将在下次变动时重试'),
	});
	closers.push(() => store.close());
	if (postgres.kind === 'embedded') await sources.freeLeases();
	const office = openOffice(postgres, now);
	const sample = wantsSample(env, await sources.list());
	const mappings = openMappings(postgres);
	const intake = openIntake({ mappings, sources, backFills: openBackFills(postgres), now });
	const uploads = openUploads({ ledger, mappings, uploads: openUploadLog(postgres), now, most: LARGEST_UPLOAD, log });
	const rejects = openRejects(postgres);
	const replayed = async (filter: RejectFilter, by: string) =>
		replay(filter, by, { ledger, mappings, rejects, sources: await sources.list(), now });
	const house = { store, ledger, sources, office, intake, uploads, rejects, replay: replayed, now, today, sample };
	const desk: Desk = {
		office,
		sources,
		ledger,
		store,
		now,
		today,
		importFile: file => importFile(file, { ledger, mappings, now }),
		backFills: intake.backFills,
		chainFault: () => verifyChain(postgres),
	};
	const command = (args: string[], cwd: string) => runCommand(args, cwd, desk);
	return { command, start: say => open({ ...shell, house, mappings, command, say }), close: shell.close };
}

type Running = Shell & {
	house: Omit<House, 'nonce'>;
	mappings: Mappings;
	command: Opened['command'];
	say: (line: string) => void;
};

async function open(running: Running): Promise<{ url: string | null; line: string }> {
	const { env, house, closers } = running;
	if (house.sample) refuseMixing(env);
	closers.push(await openControl(env.dataDir, running.command));
	let hub: Hub | null = null;
	const ring = (topics: Topic[]) => hub?.ring(house.store.position(), topics);
	closers.push(house.store.onMoved(() => ring(['matters', 'sources'])));
	if (env.ingest) await startIngest(running, ring);
	await house.store.catchUp();
	if (!env.web) return { url: null, line: '数督采集进程已启动。' };
	const { server, url } = await listen(running);
	hub = openHub(server, {
		accountOf: cookie => accountOfCookie(cookie, house),
		mayHear: ({ role }, topic) => may(role, topic === 'sources' ? 'sources' : 'figures'),
		seen: () => ({ version: house.store.position(), day: house.today() }),
	});
	closers.push(
		turnDays(house, () => ring(['day'])),
		() => hub?.close(),
	);
	return { url, line: await welcome(house, url) };
}

/** Sample city where it is wanted, and the schedule that pulls from every platform. */
async function startIngest(running: Running, ring: (topics: Topic[]) => void): Promise<void> {
	const { house, mappings, closers, say, log } = running;
	const { sources, ledger, now } = house;
	if (house.sample) {
		const city = await plantSample(house, startPlatforms, sampleCity().bySlug('hrss').code);
		closers.push(() => city.stop());
	}
	const behind = async () => (await ledger.head()).seq - house.store.position();
	const onPulled = () => ring(['sources']);
	const schedule: Schedule = startSchedule({ sources, ledger, mappings, now, log, behind, onPulled });
	closers.push(() => schedule.stop());
	if (!house.sample) return;
	if ((await ledger.head()).seq === 0) say('正在装载示例城市（约一分钟内完成）…');
	for (const source of await sources.list()) if (isPulled(source.connect)) await schedule.pullNow(source.code);
}

async function listen({ env, root, house, closers, log }: Running): Promise<Served> {
	const build = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild;
	const app = openWeb({
		house,
		push: async posted => {
			const answer = await push(posted, { ledger: house.ledger, now: house.now });
			await settled(house.store);
			return answer;
		},
		build,
		assets: join(root, 'build/client'),
		report: error => log.error(error, '未预料的错误'),
	});
	const served = await serve(app, env);
	closers.push(served.stop);
	return served;
}

/** Who has just sent an event and asks at once finds it; a read model that is slow to follow does not hold up the answer. */
function settled(store: Store): Promise<unknown> {
	const patience = new Promise(resolve => setTimeout(resolve, 1000).unref());
	return Promise.race([store.catchUp().catch(() => null), patience]);
}

/** The clock of the house. A frozen TODAY keeps the time of day running, on that day. */
function clockOf(env: Env, wall: () => Instant): { now(): Instant; today(): Day } {
	const frozen = env.today;
	const now = frozen ? () => startOf(frozen) + (wall() - startOf(dayOf(wall()))) : wall;
	return { now, today: () => dayOf(now()) };
}

/** Rings when the legal date turns: clocks become overdue without an event. */
function turnDays(house: Pick<House, 'today'>, ring: () => void): () => void {
	let last = house.today();
	const timer = setInterval(() => {
		if (house.today() === last) return;
		last = house.today();
		ring();
	}, 500);
	return () => clearInterval(timer);
}
