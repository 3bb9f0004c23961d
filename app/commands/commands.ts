import { backFillList, backFillResume, backFillStart, backFillStop } from './back-fills.ts';
import { bench } from './bench.ts';
import { calendarCheck, calendarCompare } from './calendar.ts';
import { calendarImport } from './calendar-import.ts';
import { type Call, type Command, type Desk, type FreeCommand, type Outcome, readCall, WrongCall } from './command.ts';
import { dueOf } from './law.ts';
import { tokenCreate, userAdd } from './people.ts';
import { importRows, sourceAdd, sourceList } from './sources.ts';
import { verify } from './verify.ts';

const free: Record<string, FreeCommand> = {
	due: dueOf,
	'calendar check': calendarCheck,
	'calendar compare': calendarCompare,
	bench,
};

const verbs: Record<string, Command> = {
	'user add': userAdd,
	'token create': tokenCreate,
	'source add': sourceAdd,
	'source list': sourceList,
	'backfill start': backFillStart,
	'backfill stop': backFillStop,
	'backfill resume': backFillResume,
	'backfill list': backFillList,
	import: importRows,
	...free,
	'calendar import': calendarImport,
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
	const name = nameOf(args);
	const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
	if (!verb) throw new WrongCall(usage);
	return run(verb.usage, args.slice(name.split(' ').length), cwd, call => verb.run(call, desk));
}

/** A verb that needs no data folder, ready to run; null for all others. */
export function freeCommand(args: string[], cwd: string): (() => Promise<Outcome>) | null {
	const name = nameOf(args);
	const verb = Object.hasOwn(free, name) ? free[name] : undefined;
	return verb ? () => run(verb.usage, args.slice(name.split(' ').length), cwd, call => verb.run(call)) : null;
}

/** The verb is one word or two. */
function nameOf(args: string[]): string {
	const two = args.slice(0, 2).join(' ');
	return Object.hasOwn(verbs, two) ? two : (args[0] ?? '');
}

async function run(usage: string, args: string[], cwd: string, verb: (call: Call) => Promise<Outcome>) {
	try {
		return await verb(readCall(args, cwd));
	} catch (error) {
		if (error instanceof WrongCall) throw new WrongCall(`${error.message}\n用法：npm run shudu -- ${usage}`);
		throw error;
	}
}
