import { departments } from '#analytics/measures/departments.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { common } from './frame.server.ts';

/** A department to choose from. */
export type Choice = { code: string; name: string; region: string | null };

/** The departments a viewer can choose from, in Chinese order. */
export async function departmentChoices(viewer: Viewer, asked: Asked, context: House): Promise<Choice[]> {
	const chinese = new Intl.Collator('zh-CN');
	const rows = await context.store.ask(departments, { ...common(viewer, asked), code: null });
	return rows.map(({ code, name, region }) => ({ code, name, region })).sort((a, b) => chinese.compare(a.name, b.name));
}
