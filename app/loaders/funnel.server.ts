import { funnelLimits, type Limits, type Place, placeOf } from '#analytics/statistics/funnel.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import type { Framed } from './frame.server.ts';
import { leagueData } from './league.server.ts';

/** A body among the limits for its own number of due matters. */
export type Dot = { department: string; department_name: string; due: number; on_time: number; place: Place };

export type FunnelData = Framed & {
	definition: string;
	by: string;
	due: number;
	on_time: number;
	/** Those farthest outside first; bodies with nothing due are left out. */
	dots: Dot[];
	/** The limits by number of due matters. */
	limits: ({ of: number } & Limits)[];
};

const STEPS = 60;
const ORDER = { alarm: 0, warning: 1, inside: 2 };

/** Every body's on-time rate by its number of due matters, among the limits of chance around the overall rate. Throws Refusal 403. */
export async function funnelData(viewer: Viewer, asked: Asked, context: House, by: string): Promise<FunnelData> {
	if (viewer.visible !== null) {
		throw new Refusal(403, 'other_department', '漏斗图比较各部门，部门联络员只能查看本部门的数据。');
	}
	const { standings, definition, ...frame } = await leagueData(viewer, asked, context, by);
	const counted = standings.flatMap(({ department, department_name, cells }) => {
		const { due = 0, on_time = 0 } = cells[by] ?? {};
		return due === 0 ? [] : [{ department, department_name, due, on_time }];
	});
	const due = counted.reduce((sum, one) => sum + one.due, 0);
	const onTime = counted.reduce((sum, one) => sum + one.on_time, 0);
	const overall = onTime / due;
	const dots = counted
		.map(one => ({ ...one, place: placeOf({ hits: one.on_time, of: one.due }, overall) }))
		.sort((a, b) => ORDER[a.place.where] - ORDER[b.place.where] || a.on_time / a.due - b.on_time / b.due);
	const most = Math.max(1, ...counted.map(one => one.due));
	const sizes = [
		...new Set(Array.from({ length: STEPS }, (_, at) => Math.ceil(((at + 1) / STEPS) ** 2 * most * 1.05))),
	];
	const limits = counted.length === 0 ? [] : sizes.map(of => ({ of, ...funnelLimits(overall, of) }));
	return { ...frame, definition, by, due, on_time: onTime, dots, limits };
}
