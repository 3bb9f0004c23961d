import { data, redirect } from '@remix-run/node';
import type { Tried } from '#analytics/ledger/trial.ts';
import type { Deed } from '#app/loaders/deed.server.ts';

/** What the editor's form came to: a trial, or why the mapping was not saved. */
export type MappingAnswer = { tried: Tried | null; message: string | null };

/** `try` shows what rows become under the draft and writes nothing; `save` keeps it as the next version of its name. */
export async function answerMapping({ form, context, viewer }: Deed) {
	const text = textOf(form, 'text');
	if (form.get('intent') === 'save') {
		const saved = await context.intake.saveMapping(text, viewer.account.name);
		if ('wrong' in saved) return data<MappingAnswer>({ tried: null, message: saved.wrong }, 400);
		return redirect(`/mappings?saved=${saved.name}`);
	}
	const tried = await tryDraft(text, { context, form });
	return data<MappingAnswer>({ tried, message: null });
}

/** Pasted rows, or the first page of a source where one is named. */
async function tryDraft(draft: string, { context, form }: Pick<Deed, 'context' | 'form'>): Promise<Tried> {
	const code = textOf(form, 'source');
	const source = code === '' ? null : await context.sources.byCode(code);
	const mapping = { draft };
	if (source === null) {
		return context.intake.tryOut({ code: 'trial', mapping, rows: { text: textOf(form, 'rows') } });
	}
	const { connect } = await context.sources.opened(source);
	return context.intake.tryOut({ code, mapping, rows: { connect } });
}

function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
