import { type Day, toDay } from '#analytics/law/day.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { type Effects, effectsOf } from '#app/organisations/preview.server.ts';
import { Refusal } from '#app/refusal.ts';
import { type ChangeLine, changeLines } from './changes.server.ts';
import { type Framed, framed } from './frame.server.ts';

export type ChangeData = Framed & {
	change: ChangeLine;
	/** The page is of the retraction of this entry. */
	retracted: boolean;
	effects: Effects;
	mayEnact: boolean;
};

/**
 * One entry of the register, or its retraction, and what it moved as of the day asked (no earlier than it takes effect).
 * Throws Refusal 404 where there is none, or none that names a body of the asker.
 */
export async function changeData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	seqText: string,
	page: number,
): Promise<ChangeData> {
	const lines = await changeLines(viewer, asked, context);
	const seq = /^\d{1,15}$/.test(seqText) ? Number(seqText) : Number.NaN;
	const taken = lines.find(line => line.superseded === 'retracted' && line.superseded_by === seq);
	const change = taken ?? lines.find(line => line.seq === seq);
	if (change === undefined) throw new Refusal(404, 'no_change', '没有这一项机构登记。请从机构沿革页面选择。');
	const on = change.effective > asked.as_of ? toDay(change.effective) : asked.as_of;
	const world = { ask: context.store.ask, known: asked.known };
	return {
		...(await framed(asked, context)),
		change,
		retracted: taken !== undefined,
		effects: await effectsOf(world, { on: on as Day, seq, page, visible: viewer.visible }),
		mayEnact: may(viewer.account.role, 'enact'),
	};
}
