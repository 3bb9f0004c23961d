import pino from 'pino';
import { readEnv, WrongSetting } from './env.ts';
import { openHouse } from './server.ts';

/** `npm start`: opens the house, serves, and closes it properly however the process is asked to end. */
async function main(): Promise<void> {
	const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, level: process.env.LOG_LEVEL ?? 'warn' });
	const env = readEnv(process.env);
	const house = await openHouse({ env, root: process.env.SHUDU_ROOT ?? process.cwd(), log });
	let asked = false;
	const close = async () => {
		if (asked) return;
		asked = true;
		try {
			await house.close();
			process.exit(0);
		} catch (error) {
			log.error(error, '关闭时出错');
			process.exit(1);
		}
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());
	process.on('disconnect', () => void close());
	const say = (line: string) => process.stdout.write(`${line}\n`);
	say((await house.start(say)).line);
}

main().catch((error: Error) => {
	process.stderr.write(`${error instanceof WrongSetting ? error.message : (error.stack ?? error.message)}\n`);
	process.exit(1);
});
