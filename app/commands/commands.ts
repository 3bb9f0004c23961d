import { type Command, type Desk, type Outcome, readCall, WrongCall } from './command.ts';
import { dueOf } from './law.ts';
import { tokenCreate, userAdd } from './people.ts';
import { importRows, sourceAdd, sourceList } from './sources.ts';
import { verify } from './verify.ts';

const verbs: Record<string, Command> = {
	'user add': userAdd,
	'token create': tokenCreate,
	'source add': sourceAdd,
	'source list': sourceList,
	import: importRows,
	due: dueOf,
	verify,
};

/** What the command line can do, one line per verb. */
const usage = [
	'用法：npm run shudu -- <命令>',
	...Object.values(verbs).map(verb => `  ${verb.usage}`),
	'  任何命令加 --json 以 JSON 输出结果',
].join('\n');

/** Runs one verb. Throws WrongCall for an unknown verb or missing words. */
export async function runCommand(args: string[], cwd: string, desk: Desk): Promise<Outcome> {
	const two = args.slice(0, 2).join(' ');
	const name = verbs[two] ? two : (args[0] ?? '');
	const verb = verbs[name];
	if (!verb) throw new WrongCall(usage);
	const rest = args.slice(name.split(' ').length);
	try {
		return await verb.run(readCall(rest, cwd), desk);
	} catch (error) {
		if (error instanceof WrongCall) throw new WrongCall(`${error.message}\n用法：npm run shudu -- ${verb.usage}`);
		throw error;
	}
}
