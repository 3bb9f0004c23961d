import { beforeEach, describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { type Day, startOf, toDay } from '#analytics/law/day.ts';
import type { Store } from '#analytics/store/store.ts';
import { readAsked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import { viewerOf } from '#app/auth/viewer.server.ts';
import { confirm } from '#app/calendars/confirm.server.ts';
import { decodeText } from '#app/calendars/decode.ts';
import type { Draft, OverlayDraft, YearDraft } from '#app/calendars/draft.ts';
import { pictureOf } from '#app/calendars/picture.ts';
import { previewOf } from '#app/calendars/preview.server.ts';
import { type ForeseenData, loggedMoves } from '#app/loaders/moves.server.ts';
import { lawNotices } from '#app/loaders/notices.server.ts';
import type { Role } from '#app/office/office.ts';
import { notice2027, written } from '#test/law/notices.ts';
import { act, civil, hrss, received, replied } from '#test/store/acts.ts';
import { bench } from '#test/store/opened.ts';

const { ledger, tell, wipe, open } = bench();

/** New Year's Sunday is worked: what is due in January falls due earlier. */
const sooner = notice2027.replace(
	'1月1日（周五）至3日（周日）放假，共3天。',
	'1月1日（周五）至2日（周六）放假调休，共2天。1月3日（周日）上班。',
);
const year = (text = sooner): YearDraft => ({ kind: 'year', text, year: '', title: '', address: '' });
const typhoon: OverlayDraft = {
	kind: 'overlay',
	code: '',
	name: '台风停工',
	region: '330100',
	document: '杭政办函〔2026〕8号',
	off: '2026-12-21 至 2026-12-22',
	work: '',
};

const cases = [
	received('早', '2026-12-21'),
	received('两行/1', '2026-12-21'),
	received('两行/2', '2026-12-21'),
	received('别家', '2026-12-21', { department: civil, counterparty: hrss }),
	received('年内', '2026-12-01'),
	act('request.received', '二月', '2027-01-29', { sharing: 'conditional' }),
];

let store: Store;
let today: Day;
const house = () => ({ ledger: ledger(), store, now: () => startOf(today) + 9 * 3_600_000, today: () => today });
const asked = () => readAsked(new URLSearchParams(), today, store.position());
const admin = { name: 'admin' };

async function begin(...batches: ShareEvent[][]): Promise<void> {
	await wipe();
	store = await open();
	today = toDay('2026-12-22');
	for (const batch of batches) await tell(batch);
	await store.catchUp();
}
const preview = (draft: Draft) => previewOf(draft, asked(), house(), 1);
const adopt = async (draft: Draft, despite = false) => {
	const { since, digest } = await preview(draft);
	return (await confirm({ draft, since, digest, despite }, house(), admin)).seq;
};
const account = (role: Role, department: string | null = null) => ({
	id: 1,
	name: role,
	title: role,
	role,
	department,
});
const viewer = (role: Role, department: string | null = null): Promise<Viewer> =>
	viewerOf(account(role, department), house());
const everybody: Viewer = { account: account('supervisor'), visible: null, body: null };

describe('导入放假通知', () => {
	beforeEach(() => begin(cases));

	test('预览的件数和明细，就是登记后记录的件数和明细；两行的一件计一件', async () => {
		const shown = await preview(year());
		expect(shown.moves.counts).toEqual({ earlier: 3, later: 1, confirmed: 0, other: 0 });
		expect(shown.moves.departments.map(({ code, earlier, later }) => [code, earlier, later])).toEqual([
			[hrss, 2, 1],
			[civil, 1, 0],
		]);
		const seq = await adopt(year());
		const logged = await loggedMoves(everybody, asked(), house(), { seq, departments: null, page: 1 });
		const { clocks: _, ...foreseen } = shown.moves as ForeseenData;
		expect({ ...logged, departments: logged.departments.map(body => ({ ...body, name: '' })) }).toEqual({
			...foreseen,
			departments: foreseen.departments.map(body => ({ ...body, name: '' })),
		});
		expect(logged.rows.map(row => [row.case_id, row.line, row.due_before, row.due_after, row.change])).toEqual([
			['两行', '1', '2027-01-05', '2027-01-04', 'earlier'],
			['两行', '2', '2027-01-05', '2027-01-04', 'earlier'],
			['别家', '', '2027-01-05', '2027-01-04', 'earlier'],
			['早', '', '2027-01-05', '2027-01-04', 'earlier'],
			['二月', '', '2027-02-16', '2027-02-19', 'later'],
		]);
	});

	test('部门联络员的变动清单只有本部门办理或申请的', async () => {
		const seq = await adopt(year());
		const chosen = { seq, departments: null, page: 1 };
		const own = await loggedMoves(await viewer('liaison', 'NOBODY'), asked(), house(), chosen);
		expect([own.rows, own.counts.earlier]).toEqual([[], 0]);
		const civilian = await loggedMoves(await viewer('liaison', civil), asked(), house(), chosen);
		expect(civilian.rows.every(row => row.department === civil || row.counterparty === civil)).toBe(true);
	});

	test.each([
		['未读懂的语句', sooner.replace('共8天。', '共8天。2月13日（周五）上班。')],
		[
			'工作日数不合常理',
			sooner.replace('10月1日（周五）至7日（周四）放假调休，共7天', '8月1日（周日）至10月7日（周四）放假调休，共68天'),
		],
		['缺少已知的放假日', sooner.replace('六、中秋节：9月15日（周三）放假1天，不调休。', '')],
	])('%s：不另行确认就不登记，账本不动', async (_, text) => {
		const draft = year(text);
		const { since, digest, problems, losses } = await preview(draft);
		expect(problems.length + losses.length).toBeGreaterThan(0);
		const before = (await ledger().head()).seq;
		await expect(confirm({ draft, since, digest, despite: false }, house(), admin)).rejects.toMatchObject({
			status: 400,
			code: 'doubtful',
		});
		expect((await ledger().head()).seq).toBe(before);
		expect((await confirm({ draft, since, digest, despite: true }, house(), admin)).seq).toBe(before + 1);
	});

	test('以未公布的代替已公布的，须另行确认', async () => {
		await adopt(year(notice2027));
		const unpublished = store.lawAt(0).book.years.find(each => each.year === 2027);
		const shown = await preview(year(JSON.stringify(unpublished)));
		expect(shown.losses).toContain('2027年已经公布，导入的却是未公布');
		await expect(adopt(year(JSON.stringify(unpublished)))).rejects.toMatchObject({ code: 'doubtful' });
	});

	test('预览之后口径或者日历有变：409，须重新预览', async () => {
		const draft = year();
		const { since, digest } = await preview(draft);
		await adopt(typhoon);
		const before = (await ledger().head()).seq;
		await expect(confirm({ draft, since, digest, despite: true }, house(), admin)).rejects.toMatchObject({
			status: 409,
			code: 'law_changed',
		});
		expect((await ledger().head()).seq).toBe(before);
	});

	test('两人同时确认：只登记一个', async () => {
		const [one, other] = [year(), typhoon];
		const [first, second] = [await preview(one), await preview(other)];
		const done = await Promise.allSettled([
			confirm({ draft: one, since: first.since, digest: first.digest, despite: false }, house(), admin),
			confirm({ draft: other, since: second.since, digest: second.digest, despite: false }, house(), admin),
		]);
		expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(done.find(each => each.status === 'rejected')).toMatchObject({
			reason: { status: 409, code: 'law_changed' },
		});
		expect((await ledger().head()).seq).toBe(cases.length + 1);
	});

	test('所确认的不是所预览的：409', async () => {
		const { since, digest } = await preview(year());
		const other = { ...year(notice2027), title: '' };
		await expect(confirm({ draft: other, since, digest, despite: true }, house(), admin)).rejects.toMatchObject({
			status: 409,
			code: 'not_shown',
		});
	});

	test('与已登记的相同：无须再登记', async () => {
		await adopt(year());
		await expect(preview(year())).rejects.toMatchObject({ status: 400, code: 'nothing_new' });
	});

	test.each<[string, Partial<YearDraft>, string]>([
		['空白', { text: '' }, '没有内容'],
		['年份不是数', { year: '今年' }, '应为四位数字'],
		['网址是脚本', { address: 'javascript:alert(1)' }, '应以 http'],
		['年份不符', { year: '2026' }, '所给内容是2027年的'],
	])('%s：400', async (_, change, message) => {
		await expect(preview({ ...year(), ...change })).rejects.toMatchObject({
			status: 400,
			message: expect.stringContaining(message),
		});
	});
});

describe('地方放假日与一次性安排', () => {
	const here = received('本市', '2026-12-18', { region: '330100' });
	const there = received('外市', '2026-12-18', { region: '330200', department: civil, counterparty: hrss });

	test('登记、变更、撤销：到期日随之推迟、提前、复原，只及于该地区', async () => {
		await begin([here, there]);
		const moved = async (seq: number) =>
			(await loggedMoves(everybody, asked(), house(), { seq, departments: null, page: 1 })).rows.map(row => [
				row.case_id,
				row.due_before,
				row.due_after,
			]);
		expect(await moved(await adopt(typhoon))).toEqual([['本市', '2027-01-04', '2027-01-06']]);
		const code = store.lawAt(store.position()).book.overlays[0]?.code ?? '';
		const shorter = { ...typhoon, code, off: '2026-12-21', document: '杭政办函〔2026〕9号' };
		await expect(adopt(shorter)).rejects.toMatchObject({ code: 'doubtful' });
		expect(await moved(await adopt(shorter, true))).toEqual([['本市', '2027-01-06', '2027-01-05']]);
		expect(await moved(await adopt({ ...shorter, off: '' }, true))).toEqual([['本市', '2027-01-05', '2027-01-04']]);
		expect(store.lawAt(store.position()).book.overlays).toHaveLength(1);
	});

	test('日历上标明是地方规定；别的地区没有', async () => {
		await begin([here]);
		await adopt(typhoon);
		const law = store.lawAt(store.position());
		const own = pictureOf(law, 2026, '330100').marks.filter(({ overlay }) => overlay !== null);
		expect(own.map(({ day, kind, overlay }) => [day, kind, overlay])).toEqual([
			['2026-12-21', 'off', { document: typhoon.document, regional: true }],
			['2026-12-22', 'off', { document: typhoon.document, regional: true }],
		]);
		expect(pictureOf(law, 2026, null).marks.filter(({ overlay }) => overlay !== null)).toEqual([]);
		expect([pictureOf(law, 2026, '330100').count.total, pictureOf(law, 2026, null).count.total]).toEqual([246, 248]);
	});

	test('没有部门属于该地区：多半是代码写错，须另行确认', async () => {
		await begin([here]);
		const elsewhere = { ...typhoon, region: '440100' };
		expect((await preview(elsewhere)).problems).toEqual([
			'现有部门都不在广东省440100，登记后不改变任何期限，请核对行政区划代码',
		]);
		await expect(adopt(elsewhere)).rejects.toMatchObject({ code: 'doubtful' });
	});

	test.each<[string, Partial<OverlayDraft>, string]>([
		['没有名称', { name: '' }, '没有写明名称'],
		['没有文号', { document: '' }, '没有写明文号'],
		['地区写错', { region: '杭州' }, '应为六位行政区划代码'],
		['没有日子', { off: '' }, '没有列出任何日子'],
		['日子读不懂', { off: '下周一' }, '未读懂“下周一”'],
		['要变更的不存在', { code: 'X' }, '要变更的登记不存在'],
	])('%s：400', async (_, change, message) => {
		await begin([here]);
		await expect(preview({ ...typhoon, ...change })).rejects.toMatchObject({
			status: 400,
			message: expect.stringContaining(message),
		});
	});
});

describe('期限变动的提示', () => {
	const told = async (who: Viewer) =>
		(await lawNotices(who, house())).map(({ earlier, later, earliest, department }) => [
			earlier,
			later,
			earliest,
			department,
		]);
	const concerned = async () => ({
		liaison: await told(await viewer('liaison', hrss)),
		other: await told(await viewer('liaison', civil)),
		nobody: await told(await viewer('liaison')),
		supervisor: await told(everybody),
		leader: await told(await viewer('leader')),
	});

	test('联络员看本部门应办的，监督人员看全部；与此无关的人不提示', async () => {
		await begin(cases);
		await adopt(year());
		expect(await concerned()).toEqual({
			liaison: [[2, 0, '2027-01-04', hrss]],
			other: [[1, 0, '2027-01-04', civil]],
			nobody: [],
			supervisor: [[3, 0, '2027-01-04', null]],
			leader: [],
		});
	});

	test('所涉事项办结即不再提示', async () => {
		await begin(cases);
		await adopt(year());
		await tell([replied('别家', '2026-12-23', { department: civil, outcome: 'refuse', reason_code: '1' })]);
		await store.catchUp();
		today = toDay('2026-12-24');
		expect([await told(await viewer('liaison', civil)), await told(everybody)]).toEqual([
			[],
			[[2, 0, '2027-01-04', null]],
		]);
	});

	test('登记满10个工作日的次日起不再提示', async () => {
		await begin(cases);
		await adopt(year());
		today = toDay('2027-01-05');
		expect(await told(await viewer('liaison', hrss))).toHaveLength(1);
		today = toDay('2027-01-06');
		expect(await told(await viewer('liaison', hrss))).toEqual([]);
	});

	test('推迟的也提示；几次登记分别提示，最近的在前', async () => {
		await begin([received('本市', '2026-12-18', { region: '330100' })]);
		await adopt(typhoon);
		await adopt(year());
		expect(await told(everybody)).toEqual([
			[1, 0, '2027-01-05', null],
			[0, 1, null, null],
		]);
	});

	test('只是不再暂定而到期日未变的，不提示', async () => {
		await begin(cases.slice(0, 1));
		await adopt(year(notice2027));
		expect(await told(everybody)).toEqual([]);
	});
});

describe('文件的编码', () => {
	const utf8 = Buffer.from(notice2027);
	test.each([
		['UTF-8', utf8],
		['UTF-8 带标记', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8])],
		['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(notice2027, 'utf16le')])],
	])('%s', (_, bytes) => {
		expect(decodeText(bytes)).toEqual({ text: notice2027 });
	});

	test('GB18030', () => {
		expect(decodeText(Buffer.from([0xd4, 0xaa, 0xb5, 0xa9]))).toEqual({ text: '元旦' });
	});

	test.each([
		['图片', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])],
		['压缩包（Word）', Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0])],
		['乱码', Buffer.from([0xff, 0xff, 0xff])],
	])('%s：不是文本', (_, bytes) => {
		expect(decodeText(bytes)).toMatchObject({ refused: expect.stringContaining('文件不是文本') });
	});

	test('各种写法的同一年，预览相同', async () => {
		await begin(cases);
		const { enactment } = await preview(year(notice2027));
		const told = enactment.kind === 'year' ? enactment.year : null;
		if (told === null) throw new Error('不是年份');
		const title = told.title ?? '';
		for (const form of ['holiday-cn', 'ical', 'csv', 'text'] as const) {
			const shown = await preview({ ...year(written[form](told)), year: '2027', title });
			expect([form, shown.enactment]).toEqual([form, { kind: 'year', year: told }]);
		}
	});
});
