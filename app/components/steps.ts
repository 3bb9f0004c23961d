import type { Step } from '#analytics/cases/steps.ts';

/** Steps of one kind on days in a row, told as one. `first` and `last`: numbers of the working days, where they are counted. */
export type Stretch = Pick<Step, 'kind' | 'text' | 'basis'> & {
	from: string;
	to: string;
	first: number | null;
	last: number | null;
};

const FOLDED: readonly Step['kind'][] = ['count', 'skip', 'pause'];

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
