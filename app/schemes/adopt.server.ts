import { data, redirect } from '@remix-run/node';
import { toDay } from '#analytics/law/day.ts';
import type { House } from '#app/context.ts';
import type { Deed } from '#app/loaders/deed.server.ts';
import { latestScheme } from '#app/loaders/schemes.server.ts';
import { act } from '#app/office/act.ts';
import { Refusal } from '#app/refusal.ts';
import { readTrial } from './draft.ts';

export type AdoptAnswer = { problems: string[] };

/**
 * Puts a scheme into force: the weights that were tried, with effective day, document number and title, on top of the latest
 * version that was looked at (`since`). Of two at the same moment the ledger takes one. 302 done, 400 faults, 409 changed meanwhile.
 */
export async function adoptScheme({ form, context, viewer }: Deed) {
	const { seq, scheme: base } = await latestScheme(context);
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const trial = readTrial(form, base);
	const problems = [...trial.problems, ...papersOf(text, context)];
	if (problems.length > 0) return data<AdoptAnswer>({ problems }, 400);
	if (text('since') !== String(seq)) return data<AdoptAnswer>({ problems: [MEANWHILE] }, 409);
	const scheme = { ...trial.scheme, effective: text('effective'), document: text('document'), title: text('title') };
	try {
		await act(context, viewer.account, { type: 'scheme.adopted', data: { scheme }, id: `scheme-after-${seq}` });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return data<AdoptAnswer>({ problems: [error.code === 'done_already' ? MEANWHILE : error.message] }, error.status);
	}
	return redirect('/schemes?adopted=yes');
}

function isDay(said: string): boolean {
	try {
		toDay(said);
		return true;
	} catch {
		return false;
	}
}

const MEANWHILE = '已有他人先登记了新的评分方案，本次未登记。请按最新的方案重新试算。';

function papersOf(text: (name: string) => string, { today }: House): string[] {
	const effective = text('effective');
	return [
		isDay(effective) ? null : '请填写施行日期',
		!isDay(effective) || effective > today() || text('retroactive') === 'yes'
			? null
			: '施行日期不晚于今日，已计算的期间将按新方案重新计分，须先勾选“确认追溯施行”',
		text('document') === '' ? '请填写文号' : null,
		text('title') === '' ? '请填写方案名称' : null,
	].filter(problem => problem !== null);
}
