import boston311 from './boston311.json';
import boston311Dmy from './boston311-dmy.json';
import eventLog from './event-log.json';
import { WrongMapping } from './mapping.ts';
import requestLedger from './request-ledger.json';
import shareApply from './share-apply.json';

/** The mappings that ship with the product, as their files hold them. */
export const bundled: ReadonlyMap<string, object> = new Map<string, object>([
	['request-ledger', requestLedger],
	['event-log', eventLog],
	['share-apply', shareApply],
	['boston311', boston311],
	['boston311-dmy', boston311Dmy],
]);

/** A mapping with what it leaves to the bundled one that it `extends`. Throws WrongMapping. */
export function extended(raw: object, label: string): object {
	if (!('extends' in raw)) return raw;
	const { extends: name, ...changes } = raw;
	const base = typeof name === 'string' ? bundled.get(name) : undefined;
	if (!base)
		throw new WrongMapping(
			`映射 ${label} 的 extends 写着“${String(name)}”，没有这个映射，可用：${[...bundled.keys()].join('、')}。`,
		);
	return { ...extended(base, String(name)), ...changes };
}
