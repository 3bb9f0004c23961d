import { data, redirect } from '@remix-run/node';
import { OFFICE_ID } from '#analytics/cases/event.ts';
import { type Day, toDay } from '#analytics/law/day.ts';
import type { House } from '#app/context.ts';
import type { Deed } from '#app/loaders/deed.server.ts';
import { eventOf } from '#app/office/act.ts';
import type { Account } from '#app/office/office.ts';
import { changeAct, registerSince, reorganise } from '#app/office/reorganise.ts';
import type { Problem } from '#app/policies/fields.ts';
import { Refusal } from '#app/refusal.ts';
import { type Body, doubtsOf, readChange, readEffective } from './draft.ts';
import { type Given, readGiven } from './given.ts';
import { digestOf, type Effects, foreseenEffects } from './preview.server.ts';
import { type Register, readRegister } from './register.ts';
import { aroundOf, sentenceOf } from './sentence.server.ts';
import { targetOf } from './target.server.ts';

/** What is shown before a change is confirmed. `since` and `digest` say what is confirmed, and on top of which register. */
export type ChangePreview = {
	sentence: string;
	day: Day;
	/** What is odd but can be registered, and what is registered already for later days. */
	doubts: string[];
	since: number;
	digest: string;
	/** Figures of days past will be others: a confirmation of its own is needed. */
	retroactive: boolean;
	message: string | null;
	effects: Effects;
};

export type ChangeAnswer = { given: Given; problems: Problem[]; preview: ChangePreview | null };

/** A form without a fault, or with what is wrong. */
type Draft = { day: Day; body: Body; register: Register; problems: Problem[]; retroactive: boolean; on: Day };

/**
 * Answers the form of a change: shows its faults or its preview; with `intent` confirm registers it and leads to what it moved.
 * The status says whether it was taken (200 preview, 302 done, 400 faults, 409 the register changed meanwhile).
 */
export async function answerChange({ form, context, viewer }: Deed) {
	const given = readGiven(form);
	const intent = form.get('intent');
	if (intent === 'edit' || intent === 'more') return data<ChangeAnswer>({ given, problems: [], preview: null });
	await context.store.catchUp();
	const { account } = viewer;
	const draft = await draftOf(given, context, account);
	if (draft.problems.length > 0) {
		return data<ChangeAnswer>({ given, problems: draft.problems, preview: null }, 400);
	}
	const since = await registerSince(context);
	const wrong = intent === 'confirm' ? await confirm(form, draft, since, context, account) : null;
	if (wrong !== null && 'seq' in wrong) return redirect(`/organisations/${wrong.seq}`);
	const shown = await previewOf(form, given, draft, context, account);
	const preview = { ...shown, message: wrong?.message ?? null };
	return data<ChangeAnswer>({ given, problems: [], preview }, wrong?.status ?? 200);
}

async function draftOf(given: Given, context: House, account: Account): Promise<Draft> {
	const today = context.today();
	const effective = readEffective(given, today);
	const day = 'day' in effective ? effective.day : today;
	const target = given.target === '' ? null : await targetOf(context, given.target);
	const register = await registerFor(day, target?.event_id ?? null, context, account);
	const { body, problems } = readChange(given, day, register, target?.event_id ?? null);
	const days = [
		...(given.kind === 'retract' ? [] : [day]),
		...(target === null ? [] : [toDay(target.effective)]),
	].sort();
	return {
		day,
		body,
		register,
		problems: ['day' in effective ? [] : [effective], problems].flat(),
		retroactive: given.kind === 'recognise' || (days[0] ?? today) < today,
		on: (days.at(-1) ?? today) > today ? (days.at(-1) as Day) : today,
	};
}

/** The register that a change is checked against: without the entry that it corrects. */
async function registerFor(day: Day, target: string | null, house: House, account: Account): Promise<Register> {
	const { store, now } = house;
	if (target === null) return readRegister({ ask: store.ask, known: store.position() }, day);
	const taken = await eventOf(house, account, changeAct(0, { retracts: target }), now());
	return store.suppose({ ...taken, sourceId: OFFICE_ID, receivedAt: now() }, world => readRegister(world, day));
}

/** Registers what was shown: its `seq`, or why it is not. */
async function confirm(
	form: FormData,
	draft: Draft,
	since: number,
	context: House,
	account: Account,
): Promise<{ seq: number } | { status: number; message: string }> {
	if (form.get('digest') !== digestOf(draft.body, since)) {
		const isStale = form.get('since') !== String(since);
		const message = isStale
			? '预览之后，机构登记已有新的变更（他人登记或者平台报送），本次未登记。以下按现在的登记重新预览，请核对后再确认。'
			: '提交确认的内容与预览的不同，未予登记。以下是按提交的内容重新作出的预览，请核对后再确认。';
		return { status: isStale ? 409 : 400, message };
	}
	if (draft.retroactive && form.get('retroactive') !== 'yes') {
		return { status: 400, message: '所登记的影响今日以前的数字，须先勾选确认，未予登记。' };
	}
	try {
		return await reorganise(since, context, account, draft.body);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { status: error.status, message: error.message };
	}
}

async function previewOf(
	form: FormData,
	given: Given,
	{ day, body, register, retroactive, on }: Draft,
	context: House,
	account: Account,
): Promise<Omit<ChangePreview, 'message'>> {
	const page = Number(/^[1-9]\d{0,4}$/.exec(String(form.get('page') ?? ''))?.[0] ?? 1);
	const since = await registerSince(context);
	return {
		sentence: await sentenceOf(given, body, register, context),
		day,
		doubts: [...doubtsOf(body), ...(await aroundOf(day, body, given, context))],
		since,
		digest: digestOf(body, since),
		retroactive,
		effects: await foreseenEffects(context, account, since, body, { on, page }),
	};
}
