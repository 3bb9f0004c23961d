import { data } from '@remix-run/node';
import { isSourceRefused } from '#analytics/ledger/sources.ts';
import type { Deed } from '#app/loaders/deed.server.ts';
import { sourceOf } from '#app/loaders/source.server.ts';

/** What an act on a source came to: what was done, in Chinese, or why it was not; and a new push token, shown this once. */
export type ActAnswer = { done: string | null; message: string | null; token: string | null };

/** Does to a source what its page offers: pause, resume, pull at once, another push token. Throws Refusal 404. */
export async function answerAct({ form, context, viewer, params }: Deed) {
	const { code } = await sourceOf(params.code ?? '', context);
	const by = { account: viewer.account.name, at: context.now() };
	const { sources, intake } = context;
	const none: ActAnswer = { done: null, message: null, token: null };
	try {
		switch (form.get('intent')) {
			case 'pause':
				await sources.pause(code, true, by);
				return data<ActAnswer>({ ...none, done: '已暂停。正在进行的一次采集完成后不再采集。' });
			case 'resume':
				await sources.pause(code, false, by);
				return data<ActAnswer>({ ...none, done: '已恢复。' });
			case 'pull':
				await sources.hasten(code, by);
				return data<ActAnswer>({ ...none, done: '已安排立即采集，结果见下方采集记录。' });
			case 'back_fill': {
				const told = (name: string) => String(form.get(name) ?? '').trim() || null;
				await intake.backFills.begin(code, { begins: told('begins'), ends: told('ends') }, by);
				return data<ActAnswer>({ ...none, done: '已开始补采，进度见下方。' });
			}
			case 'back_fill_stop':
				await intake.backFills.stop(code, by);
				return data<ActAnswer>({ ...none, done: '已停止补采。正在读的一页读完为止，可从该处继续。' });
			case 'back_fill_resume':
				await intake.backFills.resume(code, by);
				return data<ActAnswer>({ ...none, done: '已继续补采。' });
			case 'rotate': {
				const token = await sources.rotate(code, by);
				return data<ActAnswer>({ ...none, token });
			}
			default:
				return data<ActAnswer>({ ...none, message: '没有这项操作，请从页面上的按钮操作。' }, 400);
		}
	} catch (error) {
		if (!isSourceRefused(error)) throw error;
		return data<ActAnswer>({ ...none, message: error.message }, 409);
	}
}
