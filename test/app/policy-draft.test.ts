import { describe, expect, test } from 'vitest';
import { enactmentOf } from '#analytics/cases/enactment.ts';
import { toDay } from '#analytics/law/day.ts';
import { enact, type Lawbook, shipped } from '#analytics/law/lawbook.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import { lawOf } from '#analytics/store/statutes.ts';
import { newDraft, readDraft } from '#app/policies/draft.ts';

const [base] = defaultPolicies as [Policy];
const today = toDay('2026-11-21');
const adopted = (book: Lawbook, effective: string, altered: Partial<Policy>) =>
	enact(book, {
		kind: 'policy',
		policy: { ...base, document: '杭数发〔2026〕1号', ground: '样例', ...altered, effective: toDay(effective) },
	});

/** A form as somebody fills it in who opened it on `law`, changed the effective day and some fields. */
function sent(law: ReturnType<typeof lawOf>, changes: Record<string, string>, opened = '2026-11-22') {
	const { shown, since } = newDraft(toDay(opened), law);
	const form = new FormData();
	const papers = { document: '杭数发〔2026〕12号', ground: '测试' };
	for (const [name, value] of Object.entries({ ...shown, since: String(since), ...papers, ...changes })) {
		form.set(name, value);
	}
	return form;
}
const read = (changes: Record<string, string>, law = lawOf(shipped), opened?: string) =>
	readDraft(sent(law, changes, opened), () => law, today);

describe('登记口径新版本：填写', () => {
	test('只写改动的字段；事件读回来就是预告的版本', () => {
		const { ready } = read({ effective: '2026-12-01', due_cutoff: '17:30', materials: 'NONE' });
		expect(ready?.body).toEqual({
			...{ effective: '2026-12-01', document: '杭数发〔2026〕12号', ground: '测试' },
			...{ dueCutoff: '17:30', materials: 'NONE' },
		});
		const data = { department: 'x', policy: ready?.body };
		expect(enactmentOf({ type: 'policy.adopted', data })).toEqual({ kind: 'policy', policy: ready?.policy });
	});

	test('以施行日期当时的版本为底：此前版本改过的照旧保留', () => {
		const law = lawOf(adopted(shipped, '2026-03-01', { dueCutoff: '18:00', promised: { delivery: 15 } }), 7);
		const { ready } = read({ effective: '2026-12-01', materials: 'NONE' }, law);
		expect(ready?.policy).toMatchObject({ dueCutoff: '18:00', promised: { delivery: 15 }, materials: 'NONE' });
		const data = { department: 'x', policy: ready?.body };
		expect(enactmentOf({ type: 'policy.adopted', data })).toEqual({ kind: 'policy', policy: ready?.policy });
	});

	test('改回系统缺省的，同样写明', () => {
		const law = lawOf(adopted(shipped, '2026-03-01', { dueCutoff: '18:00' }), 7);
		const { ready } = read({ effective: '2026-12-01', due_cutoff: '' }, law);
		expect(ready?.body).toMatchObject({ dueCutoff: null });
	});

	test('施行日期改到另一版本施行的日子：按该版本重新带出，手工改动保留，请再核对', () => {
		const law = lawOf(adopted(shipped, '2027-01-01', { dueCutoff: '18:00' }), 7);
		const { draft, ready } = read({ effective: '2027-02-01', materials: 'NONE' }, law);
		expect(ready).toBeNull();
		expect(draft.problems).toEqual([]);
		expect(draft.notice).toContain('您改动的1项保留');
		expect(draft.shown).toMatchObject({ due_cutoff: '18:00', materials: 'NONE', preset: '2027-02-01' });
		const again = read({ ...draft.shown }, law);
		expect(again.ready?.body).toMatchObject({ dueCutoff: '18:00', materials: 'NONE' });
	});

	test('打开之后法已改变：不沿用旧的带出', () => {
		const form = sent(lawOf(shipped), { effective: '2026-12-01', materials: 'NONE' });
		const law = lawOf(adopted(shipped, '2026-03-01', { dueCutoff: '18:00' }), 9);
		const { draft, ready } = readDraft(form, known => (known < 9 ? lawOf(shipped) : law), today);
		expect([ready, draft.since, draft.shown.due_cutoff]).toEqual([null, 9, '18:00']);
		expect(draft.notice).toContain('已有新的登记');
	});

	test('此后已有版本的，只管到那一天；同日的，取代', () => {
		const law = lawOf(adopted(shipped, '2027-01-01', { dueCutoff: '18:00' }), 7);
		expect(read({ effective: '2026-12-01', materials: 'NONE' }, law).ready).toMatchObject({
			until: '2027-01-01',
			replaces: null,
		});
		const same = read({ effective: '2027-01-01', materials: 'NONE' }, law, '2027-01-01').ready;
		expect([same?.until, same?.replaces?.document]).toEqual([null, '杭数发〔2026〕1号']);
	});

	test('同日版本只更正文号的，可以登记', () => {
		const law = lawOf(adopted(shipped, '2027-01-01', { dueCutoff: '18:00' }), 7);
		expect(read({ effective: '2027-01-01', document: '更正' }, law, '2027-01-01').ready?.policy.document).toBe('更正');
	});

	test.each([
		[{ effective: '' }, 'effective', '请填写施行日期'],
		[{ effective: '2026-02-30' }, 'effective', '不是有效日期'],
		[{ effective: '明天' }, 'effective', '不是有效日期'],
		[{ effective: '2025-07-31' }, 'effective', '不能早于2025年8月1日'],
		[{ effective: '2100-01-01' }, 'effective', '请核对年份'],
		[{ document: '  ' }, 'document', '请填写文号'],
		[{ ground: '' }, 'ground', '请填写理由'],
		[{ ground: '长'.repeat(501) }, 'ground', '不能超过500个字'],
		[{ due_cutoff: '24:00' }, 'due_cutoff', '请留空'],
		[{ materials: 'PAUSE' }, 'materials', '可用：'],
		[{ lapse_after: '0' }, 'lapse_after', '应为1至60的整数'],
		[{ 'promised.delivery': '20' }, 'promised.delivery', '应短于法定期限'],
		[{}, 'changes', '没有改动任何一项'],
	])('%j：在该项之下说明 %s %s', (changes, name, says) => {
		const { draft, ready } = read({ effective: '2026-12-01', ...changes });
		expect(ready).toBeNull();
		expect(draft.problems).toEqual([{ name, message: expect.stringContaining(says) }]);
	});

	test('多处不对，逐处说明；填写的内容原样保留', () => {
		const { draft } = read({ effective: 'x', document: '', due_cutoff: '25:00' });
		expect(draft.problems.map(({ name }) => name).sort()).toEqual(['document', 'due_cutoff', 'effective']);
		expect(draft.shown).toMatchObject({ effective: 'x', due_cutoff: '25:00', ground: '测试' });
	});
});
