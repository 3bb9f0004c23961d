import type { Row } from '#analytics/measures/measure.ts';
import { timeliness } from '#analytics/measures/timeliness.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { dueClocks } from '#app/words/zh.ts';
import { common, type Framed, framed } from './frame.server.ts';

export type TimelinessData = Framed & { definition: string; clock: string; rows: Row<typeof timeliness>[] };

/** The clock asked about, the conditional reply where none is named. Throws Refusal 400. */
export function timelinessClock(clock: string | null): string {
	if (!clock) return 'reply.conditional';
	if (dueClocks.some(one => one === clock)) return clock;
	throw new Refusal(400, 'bad_clock', `没有名为“${clock}”的时限，请从页面上的时限中选择。`);
}

/** How every matter under one clock stands, by department. */
export async function timelinessData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	clock: string,
): Promise<TimelinessData> {
	const [frame, rows] = await Promise.all([
		framed(asked, context),
		context.store.ask(timeliness, { ...common(viewer, asked), clocks: [clock], departments: null }),
	]);
	const chinese = new Intl.Collator('zh-CN');
	const worstFirst = rows.toSorted(
		(a, b) => b.overdue - a.overdue || chinese.compare(a.department_name, b.department_name),
	);
	return { ...frame, definition: timeliness.definition, clock, rows: worstFirst };
}
