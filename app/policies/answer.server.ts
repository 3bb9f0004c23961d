import { createHash } from 'node:crypto';
import { data, redirect } from '@remix-run/node';
import { type Day, plusDays } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import type { House } from '#app/context.ts';
import type { Deed } from '#app/loaders/deed.server.ts';
import { type ForeseenData, foreseenMoves } from '#app/loaders/moves.server.ts';
import { enactOn } from '#app/office/enact.ts';
import { Refusal } from '#app/refusal.ts';
import type { PolicyField } from '#app/words/policy-entry.ts';
import { type Draft, newDraft, type Ready, readDraft } from './draft.ts';
import { changedFields } from './versions.ts';

/** What is shown before a version is confirmed. `since` and `digest` say what is confirmed, and on top of which law. */
export type Preview = Omit<Ready, 'body'> & {
	base: Policy;
	changed: PolicyField[];
	since: number;
	digest: string;
	/** Its effective day is past: published figures may differ from those asked again, and a confirmation of its own is needed. */
	retroactive: boolean;
	/** That confirmation was missing; null where it was not asked for or was given. */
	message: string | null;
	moves: ForeseenData;
};

export type PolicyAnswer = { draft: Draft; preview: Preview | null };

/** An empty form, preset for tomorrow. */
export function firstDraft({ store, today }: House): PolicyAnswer {
	return { draft: newDraft(plusDays(today(), 1), store.lawAt(store.position())), preview: null };
}

/**
 * Answers the form of a new version: shows its faults or its preview; with `intent` confirm puts it into force and leads to
 * what it moved. The status says whether it was taken (200 preview, 302 done, 400 faults, 409 the law changed meanwhile).
 */
export async function answerPolicy(deed: Deed) {
	const { form, context } = deed;
	const { store, today } = context;
	const { draft, ready } = readDraft(form, store.lawAt, today());
	const intent = form.get('intent');
	if (ready === null) {
		const status = draft.problems.length > 0 ? 400 : intent === 'confirm' ? 409 : 200;
		return data<PolicyAnswer>({ draft, preview: null }, status);
	}
	if (intent === 'edit') return data<PolicyAnswer>({ draft, preview: null });
	const wrong = intent === 'confirm' ? refusalOf(form, ready, draft.since, today()) : null;
	if (intent === 'confirm' && wrong === null) return confirm(deed, draft, ready);
	const preview = await previewOf(deed, draft, ready, wrong);
	return data<PolicyAnswer>({ draft, preview }, wrong === null ? 200 : 400);
}

async function confirm({ form, context, viewer }: Deed, draft: Draft, { body }: Ready) {
	const { store, today } = context;
	try {
		const decree = { type: 'policy.adopted', data: { policy: body } } as const;
		const { seq } = await enactOn(draft.since, context, viewer.account, decree);
		return redirect(`/calendars/log/${seq}`);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const again = readDraft(form, store.lawAt, today()).draft;
		const notice = `${error.message}${again.notice ?? ''}`;
		return data<PolicyAnswer>({ draft: { ...again, notice }, preview: null }, error.status);
	}
}

/** Why a confirmation is not accepted; null where it is. */
function refusalOf(form: FormData, ready: Ready, since: number, today: Day): string | null {
	if (form.get('digest') !== digestOf(ready.body, since)) {
		return '提交确认的内容与预告的不同，未予登记。以下是按提交的内容重新作出的预告，请核对后再确认。';
	}
	if (isRetroactive(ready.policy, today) && form.get('retroactive') !== 'yes') {
		return '施行日期早于今日，须先勾选“确认追溯施行”，未予登记。';
	}
	return null;
}

async function previewOf(
	{ form, asked, context }: Deed,
	{ base, since }: Draft,
	{ body, ...ready }: Ready,
	message: string | null,
): Promise<Preview> {
	const page = Number(/^[1-9]\d{0,4}$/.exec(String(form.get('page') ?? ''))?.[0] ?? 1);
	return {
		...ready,
		base,
		changed: changedFields(base, ready.policy),
		since,
		digest: digestOf(body, since),
		retroactive: isRetroactive(ready.policy, context.today()),
		message,
		moves: await foreseenMoves({ kind: 'policy', policy: ready.policy }, asked, context, page),
	};
}

function isRetroactive({ effective }: Policy, today: Day): boolean {
	return effective < today;
}

function digestOf(body: Ready['body'], since: number): string {
	return createHash('sha256')
		.update(JSON.stringify([body, since]))
		.digest('hex');
}
