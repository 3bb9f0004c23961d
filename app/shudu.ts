import { freeCommand } from './commands/commands.ts';
import { type Answer, askServer, attempt } from './control.ts';
import { readEnv, WrongSetting } from './env.ts';

/**
 * The command line. A verb that needs no data runs at once; any other through the running server where there is one, else
 * on the data folder under its lock.
 */
async function main(): Promise<number> {
	const words = process.argv.slice(2);
	const args = words.filter(word => word !== '--json');
	const cwd = process.env.INIT_CWD ?? process.cwd();
	const free = freeCommand(args, cwd);
	const answer = free === null ? await withData(args, cwd) : await attempt(free);
	return print(answer, args.length < words.length);
}

async function withData(args: string[], cwd: string): Promise<Answer> {
	const env = readEnv(process.env);
	return (await askServer(env.dataDir, args, cwd)) ?? (await onFolder(env, args, cwd));
}

async function onFolder(env: ReturnType<typeof readEnv>, args: string[], cwd: string): Promise<Answer> {
	// Loaded here, so that a verb without data does not wait for the databases' code.
	const { openHouse } = await import('./server.ts');
	const house = await openHouse({ env, root: process.env.SHUDU_ROOT ?? process.cwd() });
	try {
		return await attempt(() => house.command(args, cwd));
	} finally {
		await house.close();
	}
}

function print(answer: Answer, json: boolean): number {
	if ('outcome' in answer) {
		const { lines, result, data, failed } = answer.outcome;
		process.stdout.write(json ? `${JSON.stringify(data)}\n` : `${[...lines, result].join('\n')}\n`);
		return failed ? 1 : 0;
	}
	process.stderr.write(`${'wrong' in answer ? answer.wrong : answer.failed}\n`);
	return 'wrong' in answer ? 2 : 1;
}

main().then(
	code => process.exit(code),
	(error: Error) => {
		process.stderr.write(`${error instanceof WrongSetting ? error.message : (error.stack ?? error.message)}\n`);
		process.exit(1);
	},
);
