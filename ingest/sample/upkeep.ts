import type { EventType } from '#analytics/cases/vocabulary.ts';
import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import { dateOf, serviceOf } from './acts.ts';
import { type Casefile, casefile, clock, officeTime, type Row } from './casefile.ts';
import { AUTHORITY_SYSTEM, type Item, type Organisation } from './city.ts';
import type { Crowd } from './crowd.ts';
import { actDay } from './everyday.ts';
import { mannersOf } from './manners.ts';
import { type Dice, dice } from './random.ts';
import type { Setting } from './setting.ts';

/** Every act, however late, of the ordinary corrections, catalogue changes, complaints and findings that begin on a day. */
export function upkeepOf(s: Setting, on: Day, crowd: Crowd): Row[] {
	if (!s.calendar.isWorkday(on)) return [];
	const die = dice(s.seed, 'upkeep', on);
	const corrections = Array.from({ length: die.int(2, 4) }, (_, i) => correction(s, crowd, on, i + 1));
	const updates = Array.from({ length: die.int(1, 2) }, (_, i) => update(s, crowd, on, i + 1));
	return [
		...corrections.flat(),
		...updates.flat(),
		...(die.chance(0.08) ? complaint(s, crowd, on) : []),
		...(die.chance(0.05) ? finding(s, crowd, on) : []),
	];
}

/** A correction file: who found something wrong in whose data (条例第二十六条第二款). */
export type Correction = { file: Casefile; item: Item; provider: Organisation; demander: Organisation };

/** What the demander says of the fault. */
type Found = { field?: string; severity?: '一般' | '较重' | '严重' };

/** The correction request reaches the provider: the clock starts. */
export function correctionReceived(one: Correction, at: Instant, problem: string, found: Found = {}): void {
	const data = { problem_type: problem, service_id: serviceOf(one.item), records: 12, ...found };
	step(one, 'correction.received', at, data);
}

/** Verified, corrected where something was wrong, and fed back. */
export function correctionFedBack(one: Correction, verified: Instant, at: Instant, upheld: boolean): void {
	step(one, 'correction.verified', verified, { upheld: upheld ? 'yes' : 'no' });
	if (upheld) step(one, 'correction.corrected', (verified + at) / 2, { records: 12 });
	step(one, 'correction.fed_back', at, { result: upheld ? '已更正，请重新调用' : '经核实无误' });
}

function step(one: Correction, type: EventType, at: Instant, data: Record<string, unknown>): void {
	const by = { counterparty: one.demander, data: { catalogue: one.item.code, ...data } };
	one.file.tell(type, at, one.provider, by);
}

function correction(s: Setting, crowd: Crowd, on: Day, serial: number): Row[] {
	const die = dice(s.seed, 'correction', on, serial);
	const item = crowd.item(die);
	const provider = s.providerOn(item, on);
	const demander = crowd.demander(die, on, new Set([item.provider]));
	const file = casefile(provider.platform, `JH${dateOf(on)}-${String(serial).padStart(3, '0')}`);
	const one = { file, item, provider, demander };
	const manners = mannersOf(s, item.provider);
	const fault = dice(s.seed, 'fault', on, serial);
	const severity = fault.pick(['一般', '一般', '一般', '较重', '严重'] as const);
	const found = { field: fault.pick(['姓名', '证件号码', '住址', '有效期', '状态']), severity };
	correctionReceived(one, officeTime(die, on), die.pick(['不准确', '不完整', '过时']), found);
	const done = actDay(s, die, on, 10, manners.lateCorrection, manners.pace);
	const at = clock(done, 17, die.int(20, 50));
	correctionFedBack(one, at - 3_600_000, at, die.chance(0.7));
	if (fault.chance(0.05)) notAccepted(s, one, done, fault.int(2, 40));
	return file.rows;
}

/** The demander does not accept the result; the provider corrects again within the week. */
function notAccepted(s: Setting, one: Correction, closed: Day, after: number): void {
	const back = s.workday(closed, after);
	const data = { catalogue: one.item.code, reason: '更正后同类错误再次出现' };
	one.file.tell('correction.reopened', clock(back, 10), one.demander, { counterparty: one.provider, data });
	const again = s.workday(back, 4);
	correctionFedBack(one, clock(again, 15), clock(again, 16), true);
}

/** A catalogue file: a change of law or duty that a department must bring into its catalogue (条例第十七条). */
export type Update = { file: Casefile; item: Item; owner: Organisation };

export function updateTriggered(one: Update, at: Instant, data: Record<string, unknown> = {}): void {
	const cause = {
		trigger_kind: '职责变化',
		trigger_date: dayOf(at),
		document: `示编发〔${dayOf(at).slice(0, 4)}〕3号`,
	};
	one.file.tell('catalogue.triggered', at, one.owner, { data: { catalogue: one.item.code, ...cause, ...data } });
}

export function updateSubmitted(s: Setting, one: Update, at: Instant, version = '2'): void {
	const data = { catalogue: one.item.code, catalogue_version: version, authority: s.authority.code };
	one.file.tell('catalogue.submitted', at, one.owner, { counterparty: s.authority, data });
}

/** The authority publishes, or returns with a reason (条例第十七条第三款). */
export function updateReviewed(s: Setting, one: Update, at: Instant, reason: string | null = null): void {
	const type = reason === null ? 'catalogue.published' : 'catalogue.returned';
	const data = { catalogue: one.item.code, ...(reason === null ? { catalogue_version: '2' } : { reason }) };
	one.file.tell(type, at, s.authority, { counterparty: one.owner, data });
}

function update(s: Setting, crowd: Crowd, on: Day, serial: number): Row[] {
	const die = dice(s.seed, 'update', on, serial);
	const item = crowd.itemOf(die, die.pick(crowd.providers));
	const owner = s.providerOn(item, on);
	const file = casefile(AUTHORITY_SYSTEM, `ML${dateOf(on)}-${String(serial).padStart(3, '0')}`);
	const one = { file, item, owner };
	const manners = mannersOf(s, item.provider);
	updateTriggered(one, officeTime(die, on));
	const submitted = actDay(s, die, on, 10, manners.lateUpdate, manners.pace);
	updateSubmitted(s, one, clock(submitted, 17, die.int(25, 55)));
	const reviewed = reviewDay(s, die, submitted);
	if (!die.chance(0.06)) {
		updateReviewed(s, one, clock(reviewed, 16, 30));
		return file.rows;
	}
	updateReviewed(s, one, clock(reviewed, 16, 30), '共享条件一栏未列明使用用途');
	updateSubmitted(s, one, clock(s.workday(reviewed, 1), 11), '3');
	updateReviewed(s, one, clock(s.workday(reviewed, 2), 15));
	return file.rows;
}

/** The authority reviews within two working days, save for a few. */
function reviewDay(s: Setting, die: Dice, submitted: Day): Day {
	return s.workday(submitted, die.chance(0.03) ? die.int(3, 5) : die.int(1, 2));
}

function complaint(s: Setting, crowd: Crowd, on: Day): Row[] {
	const die = dice(s.seed, 'complaint', on);
	const by = s.bodyOn(die.pick(crowd.providers), on);
	const file = casefile(by.platform, `TS${dateOf(on)}-01`);
	file.tell('complaint.received', officeTime(die, on), by, { data: { subject_kind: '数据不准确影响办事' } });
	const closed = actDay(s, die, on, 15, 0.05, 0.6);
	file.tell('complaint.closed', clock(closed, 17, 25), by, { data: { upheld: die.chance(0.4) } });
	return file.rows;
}

const findings = [
	{ kind: '39.1', facts: '机构职责调整后未更新目录' },
	{ kind: '40.1', facts: '申请表仍要求群众提交可通过共享获取的证明' },
	{ kind: '应用未用', facts: '共享服务开通满三个月无有效调用' },
	{ kind: '40.5', facts: '使用记录缺少销毁情况' },
];

function finding(s: Setting, crowd: Crowd, on: Day): Row[] {
	const die = dice(s.seed, 'finding', on);
	const by = s.bodyOn(die.pick(crowd.providers), on);
	const file = casefile(AUTHORITY_SYSTEM, `XS${dateOf(on)}-01`);
	const found = die.pick(findings);
	const data = { ...found, source: die.pick(['inspection', 'system', 'complaint']) };
	file.tell('finding.recorded', officeTime(die, on), s.authority, { counterparty: by, data });
	const decided = clock(s.workday(on, die.int(5, 9)), 10, 30);
	const decision = die.chance(0.7) ? 'confirmed' : 'dismissed';
	file.tell('finding.decided', decided, s.authority, { counterparty: by, data: { kind: found.kind, decision } });
	return file.rows;
}
