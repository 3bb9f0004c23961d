import type { Day } from '#analytics/law/day.ts';
import type { Span } from './run.ts';

/** From its first day on a run stands like this; the span before it ends there, or gives way where it began the same day. */
export function stand(spans: Span[], span: Span): void {
	const last = spans.at(-1);
	if (last?.from === span.from) spans.pop();
	else if (last !== undefined) last.to = span.from;
	spans.push(span);
}

/** Takes back what was to begin after a day: it never came to that. */
export function takeBack(spans: Span[], day: Day): void {
	for (let last = spans.at(-1); last !== undefined && last.from > day && spans.length > 1; last = spans.at(-1)) {
		spans.pop();
	}
	const last = spans.at(-1);
	if (last !== undefined) last.to = null;
}
