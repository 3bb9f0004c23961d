import { type Add, by, plus, type Raw, shanghai } from './quality-plainly.ts';

type Told = { received: Raw; closed: Raw; upheld: boolean; reopened: string[] };

/** Q3a and Q4, once more. */
export function corrections(acts: Raw[], inSpan: (on: string) => boolean, add: Add): void {
	const told = [...by(acts, ({ data, subject = '' }) => String(data.earlier ?? subject)).values()].flatMap(read);
	for (const one of told) {
		const on = shanghai(one.closed.time);
		if (!inSpan(on)) continue;
		add('Q3a', one.received.data.department, on, one.upheld ? 1 : 0, 1);
		add('Q4', one.received.data.department, on, cameBack(one, told) ? 1 : 0, 1);
	}
}

function read(own: Raw[]): Told[] {
	const received = own.find(({ type }) => type === 'correction.received');
	const closed = own.find(({ type }) => type === 'correction.fed_back');
	if (!received || !closed) return [];
	const upheld = own.findLast(({ data }) => data.upheld !== undefined)?.data.upheld === 'yes';
	return [
		{
			received,
			closed,
			upheld,
			reopened: own.filter(({ type }) => type === 'correction.reopened').map(({ time }) => time),
		},
	];
}

function cameBack(one: Told, all: Told[]): boolean {
	const last = plus(shanghai(one.closed.time), 90);
	const within = (time: string) => Date.parse(time) >= Date.parse(one.closed.time) && shanghai(time) <= last;
	const { field, catalogue } = one.received.data;
	const again = all.filter(
		({ received, upheld }) => upheld && within(received.time) && received.subject !== one.received.subject,
	);
	const sameField = again.some(
		({ received }) => field && received.data.field === field && received.data.catalogue === catalogue,
	);
	return one.reopened.some(within) || (one.upheld && sameField);
}

/** Upheld corrections by `department catalogue`, of those fed back in the span. */
export function upheldOf(
	acts: Raw[],
	inSpan: (on: string) => boolean,
	bodyOf: (code: string, on: string) => string,
): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { received, closed, upheld } of [...by(acts, ({ subject = '' }) => subject).values()].flatMap(read)) {
		const on = shanghai(closed.time);
		const key = `${bodyOf(received.data.department, on)} ${received.data.catalogue}`;
		if (upheld && inSpan(on)) sums.set(key, (sums.get(key) ?? 0) + 1);
	}
	return sums;
}
