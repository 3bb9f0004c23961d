import { data } from '@remix-run/node';
import { demand } from '#app/auth/rights.ts';
import { Refusal } from '#app/refusal.ts';
import type { Deed } from './deed.server.ts';
import { setFlagFrom } from './flagged.server.ts';
import { settle, type Target } from './settle.server.ts';

/** What was done about rejects, in one sentence, or why nothing was. */
export type SettleAnswer = { done: boolean; message: string };

/** Answers the forms of the page: replays or dismisses what they name, or sets when a source is flagged. */
export async function settleRejects(deed: Deed) {
	try {
		return data<SettleAnswer>({ done: true, message: await settled(deed) });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return data<SettleAnswer>({ done: false, message: error.message }, { status: error.status });
	}
}

async function settled({ form, context, viewer }: Deed): Promise<string> {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const intent = text('intent');
	if (intent === 'flag') {
		demand(viewer.account.role, 'import');
		await setFlagFrom(context, text('percent'));
		return '提示线已更新。';
	}
	if (intent !== 'replay' && intent !== 'dismiss') throw incomplete();
	const done = await settle({ act: intent, ...targetOf(text), reason: text('reason') }, context, viewer.account);
	return done.message;
}

function targetOf(text: (name: string) => string): Target {
	const [id, source, code] = [text('id'), text('source'), text('code')];
	if (id !== '' && !/^\d{1,15}$/.test(id)) throw incomplete();
	return {
		...(id === '' ? {} : { id: Number(id) }),
		...(source === '' ? {} : { source }),
		...(code === '' ? {} : { code }),
	};
}

function incomplete(): Refusal {
	return new Refusal(400, 'bad_form', '提交的内容不完整，请返回页面重新提交。');
}
