import { data, redirect } from '@remix-run/node';
import type { Deed } from '#app/loaders/deed.server.ts';
import { Refusal } from '#app/refusal.ts';
import { confirm } from './confirm.server.ts';
import type { Draft } from './draft.ts';
import { type Preview, previewOf } from './preview.server.ts';

/** What a page of drafts shows after a form: the preview, or why there is none; `given` is what was filled in. */
export type DraftAnswer<D extends Draft = Draft> = { given: D | null; preview: Preview | null; message: string | null };

/**
 * Answers the form of a draft: shows the preview, or with `intent` confirm puts it into force and leads to its moves. What is
 * refused is said on the page, beside what was filled in; the status says so too.
 */
export async function answerDraft<D extends Draft>(deed: Deed, read: (form: FormData) => D | Promise<D>) {
	let given: D | null = null;
	try {
		given = await read(deed.form);
		if (deed.form.get('intent') !== 'confirm')
			return shown<D>({ given, ...(await preview(given, deed)), message: null });
		const { seq } = await confirm({ draft: given, ...confirmation(deed.form) }, deed.context, deed.viewer.account);
		return redirect(`/calendars/log/${seq}`);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const again =
			given !== null && error.code !== 'bad_draft' ? await preview(given, deed).catch(noPreview) : noPreview();
		return shown<D>({ given, ...again, message: error.message }, error.status);
	}
}

function shown<D extends Draft>(answer: DraftAnswer<D>, status = 200) {
	return data(answer, { status });
}

async function preview(draft: Draft, { asked, context, form }: Deed): Promise<{ preview: Preview }> {
	const page = /^[1-9]\d{0,4}$/.exec(String(form.get('page') ?? ''))?.[0] ?? '1';
	return { preview: await previewOf(draft, asked, context, Number(page)) };
}

/** A draft that cannot be read has no preview; its own refusal has been said. */
function noPreview(): { preview: null } {
	return { preview: null };
}

function confirmation(form: FormData) {
	const since = Number(form.get('since') ?? Number.NaN);
	return { since, digest: String(form.get('digest') ?? ''), despite: form.get('despite') === 'yes' };
}
