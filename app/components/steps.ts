import type { Step } from '#analytics/cases/steps.ts';
import type { LateDay } from '#app/loaders/overrun.server.ts';

/** Steps of one kind on days in a row, told as one. `first` and `last`: numbers of the working days, where they are counted. */
export type Stretch = Pick<Step, 'text' | 'basis'> & {
	kind: Step['kind'] | 'late';
	from: string;
	to: string;
	first: number | null;
	last: number | null;
};

const FOLDED: readonly Stretch['kind'][] = ['count', 'skip', 'pause'];

/** Folds days in a row that count, do not count for the same reason, or lie in a pause. Everything else stays a step of its own. */
export function foldSteps(steps: readonly Step[]): Stretch[] {
	const told: Stretch[] = [];
	for (const step of steps) {
		const last = told.at(-1);
		if (last && joins(last, step)) {
			last.to = step.day;
			last.last = step.n;
		} else {
			const { kind, text, basis, day, n } = step;
			told.push({ kind, text, basis, from: day, to: day, first: n, last: n });
		}
	}
	return told.map(said);
}

/**
 * The same, told shorter for a slip whose calendar shows every day: plain weekends between days of one kind are passed over
 * in their sentence instead of standing alone.
 */
export function foldWeeks(steps: readonly Step[]): Stretch[] {
	const told: Stretch[] = [];
	const stretches = foldSteps(steps);
	for (const [at, stretch] of stretches.entries()) {
		const [last, next] = [told.at(-1), stretches[at + 1]];
		if (last && next && isWeekend(stretch) && continues(last, next)) continue;
		if (last && isWeekend(stretches[at - 1]) && continues(last, stretch) && last.to < stretch.from) {
			last.to = stretch.to;
			last.last = stretch.last;
			last.text = overWeekends(last);
		} else told.push({ ...stretch });
	}
	return told;
}

/** The days after the due day as one stretch in its place: before the act that ended the run, else at the end. */
export function withLateness(stretches: Stretch[], late: readonly LateDay[]): Stretch[] {
	const [first, last] = [late[0], late.at(-1)];
	if (first === undefined || last === undefined) return stretches;
	const days = late.findLast(each => each.n !== null)?.n ?? 0;
	const text = days === 0 ? '逾期，不足1个工作日' : `逾期${days > 1 ? `第1至${days}` : '第1'}个工作日`;
	const told: Stretch = { kind: 'late', text, basis: null, from: first.day, to: last.day, first: null, last: null };
	const at = stretches.at(-1)?.kind === 'stop' ? stretches.length - 1 : stretches.length;
	return [...stretches.slice(0, at), told, ...stretches.slice(at)];
}

function isWeekend(stretch: Stretch | undefined): boolean {
	return stretch?.kind === 'skip' && /^周/.test(stretch.text);
}

/** Days of one kind on both sides of a weekend; make-up days and holidays keep a line of their own. */
function continues(before: Stretch, after: Stretch): boolean {
	const kinds: readonly Stretch['kind'][] = ['count', 'pause'];
	return kinds.includes(before.kind) && before.kind === after.kind && before.basis === null && after.basis === null;
}

function overWeekends({ kind, first, last, text }: Stretch): string {
	const provisional = /（.*推算）$/.exec(text)?.[0] ?? '';
	if (kind === 'count') return `第${first}至${last}个工作日，其间周末不计入${provisional}`;
	return `中止计时，不计入，其间周末同样不计入${provisional}`;
}

function joins(stretch: Stretch, step: Step): boolean {
	return FOLDED.includes(step.kind) && stretch.kind === step.kind && stretch.basis === step.basis;
}

/** A stretch of several days needs a sentence of its own. */
function said(stretch: Stretch): Stretch {
	if (stretch.from === stretch.to) return stretch;
	const provisional = /（.*推算）$/.exec(stretch.text)?.[0] ?? '';
	if (stretch.kind === 'count')
		return { ...stretch, text: `第${stretch.first}至${stretch.last}个工作日${provisional}` };
	if (stretch.kind === 'pause') return { ...stretch, text: `中止计时，不计入${provisional}` };
	const reason = stretch.text.startsWith('周') ? '周末' : (stretch.text.split('，')[0] ?? '');
	return { ...stretch, text: `${reason}，不计入${provisional}` };
}
