import type { LedgerEvent } from '#analytics/cases/event.ts';
import { type CaseState, emptyCase, fold } from '#analytics/cases/fold.ts';
import { readEvent } from '#analytics/cases/read.ts';
import type { Run, Span } from '#analytics/cases/run.ts';
import { runs } from '#analytics/cases/runs.ts';
import { explainDue } from '#analytics/cases/trial.ts';
import { stateCouncil } from '#analytics/law/calendar.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import { type Day, endOf, startOf, toDay } from '#analytics/law/day.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';

export const calendar = stateCouncil();

export const PROVIDER = '11330100002489559B';
export const DEMANDER = '113301000024896012';
export const AUTHORITY = '11330100MB1234567X';

/** Source of the acts that name none: some platform, not the authority's own. */
export const PLATFORM = 3;

type More = {
	id?: string;
	line?: string;
	recorded?: string;
	source?: number;
	by?: string;
	data?: Record<string, unknown>;
};

/** One act of the case, at ten in the morning unless the hour is given; through the door, like any other. */
export function act(type: string, time: string, { id, line, recorded, source, by, data }: More = {}): LedgerEvent {
	const raw = {
		specversion: '1.0',
		id: id ?? `${type} ${time}`,
		source: '/platforms/330100-hrss',
		type,
		time: at(time),
		...(recorded === undefined ? {} : { recordedtime: at(recorded) }),
		subject: line === undefined ? 'SQ1' : `SQ1/${line}`,
		data: { department: by ?? PROVIDER, counterparty: by === undefined ? DEMANDER : PROVIDER, ...data },
	};
	const read = readEvent(raw);
	if (!read.ok) throw new Error(`${read.code}: ${read.message}`);
	return { ...read.event, seq: 0, sourceId: source ?? PLATFORM, receivedAt: 0 };
}

function at(time: string): string {
	if (time.endsWith('!')) return time.slice(0, -1);
	return time.length === 10 ? `${time}T10:00:00+08:00` : `${time}:00+08:00`;
}

/** 收到有条件共享申请. */
export function received(time: string, more: More = {}): LedgerEvent {
	return act('request.received', time, { ...more, data: { sharing: 'conditional', ...more.data } });
}

export function replied(time: string, more: More = {}): LedgerEvent {
	return act('request.replied', time, { ...more, data: { outcome: 'agree', ...more.data } });
}

export function notice(time: string, more: More = {}): LedgerEvent {
	return act('request.material_notice', time, { ...more, data: { missing_items: ['使用依据'], ...more.data } });
}

export function resubmitted(time: string, more: More = {}): LedgerEvent {
	return act('request.material_resubmitted', time, { by: DEMANDER, ...more });
}

export function extended(time: string, days: number, more: More = {}): LedgerEvent {
	const data = { granted: true, granted_wd: days, ...more.data };
	return act('request.extension_decided', time, { by: AUTHORITY, ...more, data });
}

export function withdrawn(time: string, more: More = {}): LedgerEvent {
	return act('request.withdrawn', time, { by: DEMANDER, ...more });
}

/** 告知需求部门延期. */
export function notified(time: string, more: More = {}): LedgerEvent {
	return act('request.extension_notified', time, more);
}

export function provided(time: string, more: More = {}): LedgerEvent {
	return act('delivery.provided', time, more);
}

/** 验收不通过, with a reason unless another one is given. */
export function rejected(time: string, more: More = {}): LedgerEvent {
	return act('delivery.rejected', time, { by: DEMANDER, ...more, data: { reason: '接口不可用', ...more.data } });
}

/** 主管部门对验收异议的认定. */
export function ruled(time: string, upheld: boolean, more: More = {}): LedgerEvent {
	const data = { upheld, reason: '经核查', ...more.data };
	return act('delivery.rejection_decided', time, { by: AUTHORITY, ...more, data });
}

export function folded(events: readonly LedgerEvent[]): CaseState {
	return events.reduce(fold, emptyCase);
}

export function judged(events: readonly LedgerEvent[], policies: readonly Policy[] = defaultPolicies) {
	return runs(folded(events), policies, calendar);
}

/** The one run of a clock. */
export function runOf(clock: ClockName, events: readonly LedgerEvent[], policies?: readonly Policy[]): Run {
	const found = judged(events, policies).runs.filter(run => run.clock === clock);
	if (found.length !== 1 || found[0] === undefined) throw new Error(`${clock}: ${found.length}个计时`);
	return found[0];
}

export function spanOn(run: Run, day: string): Span {
	const span = run.spans.find(each => each.from <= day && (each.to === null || day < each.to));
	if (span === undefined) throw new Error(`${day} 没有状态`);
	return span;
}

/** Status of a run at 24:00 of a day, by the definition of the dashboard. */
export function statusOn(run: Run, day: string): string {
	const span = spanOn(run, day);
	if (span.phase === 'excluded') return `excluded ${span.excludedFor}`;
	if (span.phase === 'ended' && span.endedAt !== null) {
		if (span.dueEnd === null) return 'untimed';
		return span.endedAt < span.dueEnd ? 'met' : 'late';
	}
	if (span.phase === 'paused') return 'paused';
	if (span.dueEnd === null) return 'untimed';
	return span.dueEnd < endOf(day as Day) ? 'overdue' : 'running';
}

/** Effective due day in the end. */
export function dueOf(run: Run): string | null {
	return run.spans.at(-1)?.dueOn ?? null;
}

export function policy(materials: Policy['materials']): Policy[] {
	return under({ materials });
}

/** The default readings but for some fields. */
export function under(deviation: Partial<Policy>): Policy[] {
	return defaultPolicies.map(each => ({ ...each, ...deviation }));
}

/** The explanation of a due day without a case: a paper act of a day, by a policy (as shipped). */
export function dueFrom(clock: ClockName, from: string, extended = 0, policy = defaultPolicies[0] as Policy) {
	const trial = {
		clock,
		at: startOf(toDay(from)),
		dayOnly: true,
		signedAt: null,
		precheckAt: null,
		extended,
		days: null,
	};
	return explainDue(trial, policy, calendar);
}
