import type { Add, Plainly, Raw } from './quality-plainly.ts';
import { by } from './quality-plainly.ts';
import { upheldOf } from './quality-plainly-corrections.ts';

const total = (list: number[]) => list.reduce((sum, one) => sum + one, 0);

/** Q3b, Q5a and Q5b, once more: service by service, each of which reports at most once a day. */
export function services(
	dailies: Raw[],
	acts: Raw[],
	{ bodyOf }: Plainly,
	inSpan: (on: string) => boolean,
	add: Add,
): void {
	const days = new Map<string, Raw['data']>();
	for (const { data } of dailies) {
		if (inSpan(data.date)) days.set(`${bodyOf(data.department, data.date)} ${data.service_id} ${data.date}`, data);
	}
	const upheld = upheldOf(acts, inSpan, bodyOf);
	for (const own of by(days.values(), data => `${bodyOf(data.department, data.date)} ${data.service_id}`).values()) {
		const { department, date, catalogue } = own[0] ?? {};
		const calls = total(own.map(one => one.calls));
		const failures = total(own.map(one => one.failures));
		const scheduled = own.map(one => 1440 - (one.planned_minutes ?? 0));
		const available = own.map((one, i) => Math.min(one.availability_minutes, scheduled[i] ?? 0));
		const faults = upheld.get(`${bodyOf(department, date)} ${catalogue}`) ?? 0;
		add('Q5a', department, date, total(available), total(scheduled));
		add('Q5b', department, date, (calls - failures) / calls, 1);
		add('Q3b', department, date, faults / Math.max(calls, 1000), 1);
	}
}
