import type { Span } from './run.ts';

/** From its first day on a run stands like this; the span before it ends there, or gives way where it began the same day. */
export function stand(spans: Span[], span: Span): void {
	const last = spans.at(-1);
	if (last?.from === span.from) spans.pop();
	else if (last !== undefined) last.to = span.from;
	spans.push(span);
}
