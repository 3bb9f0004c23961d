import type { Day } from '#analytics/law/day.ts';
import type { Span } from './run.ts';

/** From a day on a run stands like this; the span before it ends there, or gives way where it began the same day. */
export function stand(spans: Span[], from: Day, standing: Omit<Span, 'from' | 'to'>): void {
	const last = spans.at(-1);
	if (last?.from === from) spans.pop();
	else if (last !== undefined) last.to = from;
	spans.push({ from, to: null, ...standing });
}
