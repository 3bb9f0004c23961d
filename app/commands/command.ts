import { parseArgs } from 'node:util';
import type { Day, Instant } from '#analytics/law/day.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Source, Sources } from '#analytics/ledger/sources.ts';
import type { Store } from '#analytics/store/store.ts';
import type { Intake } from '../intake.ts';
import type { Office } from '../office/office.ts';

/** What the verbs of the command line work on; the same whether the server runs or not. */
export type Desk = {
	office: Office;
	sources: Sources;
	ledger: Ledger;
	store: Store;
	now(): Instant;
	today(): Day;
	/** Reads a file through a mapping into the ledger. */
	importFile(file: { path: string; mapping: string; source: Source }): Promise<Imported>;
	backFills: Intake['backFills'];
	/** First contradiction in the ledger's chain; null when it is whole. */
	chainFault(): Promise<string | null>;
};

type Imported = { rows: number; accepted: number; duplicates: number; rejected: number };

/** `result` is the last line printed (the token, the id, the path); `data` is what --json prints. */
export type Outcome = { lines: string[]; result: string; data: unknown; failed?: boolean };

/** `call` holds what stood after the verb; paths are relative to `cwd`. */
export type Call = { positionals: string[]; options: Record<string, string | undefined>; cwd: string };

export type Command = { usage: string; run(call: Call, desk: Desk): Promise<Outcome> };

/** A verb that needs neither the ledger nor the data folder. */
export type FreeCommand = { usage: string; run(call: Call): Promise<Outcome> };

/** Something the caller has to write differently: printed with the verb's usage, exit code 2. */
export class WrongCall extends Error {}

/** Options that say something by standing there. */
const flags = ['confirm', 'despite'];

/** Splits what stands after the verb. Every option but the flags takes a value; a flag's is `true`. `--json` is taken off before. */
export function readCall(args: string[], cwd: string): Call {
	const names = args.filter(arg => arg.startsWith('--')).map(arg => arg.slice(2).split('=')[0] ?? '');
	const typeOf = (name: string) => ({ type: flags.includes(name) ? ('boolean' as const) : ('string' as const) });
	const options = Object.fromEntries(names.map(name => [name, typeOf(name)]));
	try {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const told = Object.entries(values).map(([name, value]) => [name, String(value)]);
		return { positionals, options: Object.fromEntries(told), cwd };
	} catch {
		throw new WrongCall('选项写法不正确：每个选项后须有它的值');
	}
}

/** The nth word after the verb. Throws WrongCall where it is missing. */
export function word(call: Call, index: number, name: string): string {
	const found = call.positionals[index];
	if (found === undefined) throw new WrongCall(`缺少 ${name}`);
	return found;
}

/** The option's value. Throws WrongCall where it is missing. */
export function option(call: Call, name: string): string {
	const found = call.options[name];
	if (found === undefined) throw new WrongCall(`缺少 --${name}`);
	return found;
}
