import type { Calendar } from '#analytics/law/calendar.ts';
import type { Clock } from '#analytics/law/clocks.ts';
import { type Day, weekday } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { type Defect, defects } from './defects.ts';
import { EVIDENCE_BASIS, sayEvidence } from './evidence.ts';
import { zhDay } from './moments.ts';
import { cite, sayClosing, sayEffect, sayIdle, sayOldRequest, sayReceipt, sayStop, sayVoid } from './readings.ts';
import type { Step } from './steps.ts';
import type { Act } from './trace.ts';
import { zhType } from './vocabulary.ts';

type Said = Pick<Step, 'kind' | 'text' | 'basis'>;

const CIVIL_CODE_201 = '《民法典》第二百零一条第一款';
const CIVIL_CODE_201_HOURS = '《民法典》第二百零一条第二款';
const CIVIL_CODE_203 = '《民法典》第二百零三条第二款';

/** Why a run left the count. */
const exclusions: Record<string, string> = {
	withdrawn: '到期前撤回，不再负有答复或者提供义务，不计入按时率',
	transferred: '到期前转办，自转办起由新的提供部门重新起算，不计入按时率',
	lapsed: '补正逾期中止：需求部门未在规定工作日内补正，不计入按时率',
	pre_decree: '《政务数据共享条例》自2025年8月1日起施行，此前起算的不适用法定时限，单独列示',
	stop_before_start: '办理时间早于起算时间，时间矛盾，不计入按时率，待核实',
};

/** What the sentences of a run rest on. `policy`: null where there is no case. */
type Rests = { clock: Clock; policy: Policy | null; calendar: Calendar };

/** One act of a run in a sentence. */
export function sayAct(act: Act, rests: Rests): Said {
	const { clock, policy, calendar } = rests;
	const named = nameOf(act.fact);
	switch (act.kind) {
		case 'start':
			return sayStart(act, rests, named);
		case 'pause':
			return { kind: 'notice', text: `${named}，自次日起中止计时`, basis: '第二十一条第二款' };
		case 'resume':
			return { kind: resumes(act), text: `${named}${sayResumed(act, calendar)}`, basis: clock.article };
		case 'restart':
			return { kind: 'resubmit', text: `${named}，自次日起重新计算期限`, basis: clock.article };
		case 'extend':
			return sayExtension(act, clock, named);
		case 'stop': {
			const text = policy === null ? named : sayStop(act, policy, calendar);
			return { kind: act.by?.upheld === false ? 'note' : 'stop', text, basis: clock.article };
		}
		case 'void':
			return { kind: 'note', text: policy === null ? named : sayVoid(act, policy), basis: clock.article };
		case 'remark':
			return { kind: 'note', text: policy === null ? named : sayIdle(act, policy), basis: clock.article };
		case 'exclude':
			return { kind: 'note', text: sayExclusion(act, rests, named), basis: null };
		case 'note':
			return { kind: 'note', ...sayDefect(act, rests) };
	}
}

/** An act by its name and the id of its event; a trial's start has no event. */
function nameOf(fact: Act['fact']): string {
	if (fact === null) return '';
	const id = fact.id;
	return id === '' ? zhType(fact.type) : `${zhType(fact.type)}（${id}）`;
}

/** A calendar day that counts (its number given), does not count, or lies in a pause. */
export function sayDay(on: Day, n: number | null, paused: boolean, calendar: Calendar): Said {
	const reason = calendar.reason(on);
	const workday = calendar.isWorkday(on);
	const notice = calendar.notice(on)?.title ?? null;
	const { basis: rests, unpublished } = calendar.rules;
	const guess = calendar.provisional(on) ? `（${unpublished}）` : '';
	const special = reason !== null && reason !== '周末';
	const basis = special ? (notice ?? rests.holiday) : reason === '周末' ? rests.weekend : null;
	const named = special ? reason : `周${'日一二三四五六'[weekday(on)]}`;
	if (!workday) return { kind: 'skip', text: `${named}，不计入${guess}`, basis };
	if (paused) return { kind: 'pause', text: `${named}，中止计时，不计入${guess}`, basis };
	return { kind: 'count', text: `${named}，第${n}个工作日${guess}`, basis };
}

/**
 * The due day.
 * @param promised a promised moment makes it, not a count of days
 * @param wholeDay it lasts until 24:00
 * @param unpublished why it is provisional, or null
 */
export function sayDue(
	{ clock, policy }: Pick<Rests, 'clock' | 'policy'>,
	{ promised, wholeDay, unpublished }: { promised: boolean; wholeDay: boolean; unpublished: string | null },
): Said {
	if (clock.years !== null) return { kind: 'due', text: '保存期限届满之日，此前不得销毁', basis: clock.article };
	if (clock.hours !== null)
		return { kind: 'due', text: '报告时限届满，届满之前报告为按时', basis: CIVIL_CODE_201_HOURS };
	if (promised) return { kind: 'due', text: `${clock.given}届满，届满之前办结为按时`, basis: clock.article };
	const text = sayClosing(policy, wholeDay);
	return { kind: 'due', text: unpublished === null ? text : `${text}（${unpublished}）`, basis: CIVIL_CODE_203 };
}

/** The day on which a shorter period promised locally ends. */
export function sayPromised(clock: Clock, days: number, policy: Policy): Said {
	const text = `承诺期限届满日：${cite(policy)}承诺${days}个工作日，是否逾期仍以法定的${clock.workdays}个工作日为准`;
	return { kind: 'note', text, basis: '第二十三条' };
}

/** The day on which the statutory period alone would have ended. */
export function sayStatutoryDue(clock: Clock): Said {
	return { kind: 'note', text: '法定期限届满日（未计延期与中止）', basis: clock.article };
}

function sayStart(act: Act, { clock, policy, calendar }: Rests, named: string): Said {
	const deemed =
		act.fact === null || policy === null || !clock.statutory ? null : sayReceipt(act.fact, policy, calendar);
	const text = [named, deemed ?? '起算'].filter(part => part !== '').join('，');
	if (clock.hours !== null)
		return { kind: 'start', text: `${text}；按小时计算，夜间、休息日和节假日均计入`, basis: CIVIL_CODE_201_HOURS };
	if (act.counted === false)
		return { kind: 'start', text: `${text}；以${clock.given}为限，不按工作日计算`, basis: clock.article };
	if (clock.years !== null) return { kind: 'start', text: `${text}；保存不少于${clock.years}年`, basis: clock.article };
	return { kind: 'start', text: `${text}；当日不计入`, basis: CIVIL_CODE_201 };
}

function sayResumed({ past, days = 0 }: Act, calendar: Calendar): string {
	if (past === undefined) return '，当日仍不计入，自次日起继续计算';
	const moved = calendar.dayOf(calendar.no(past) + days);
	return `，此前已过到期日，其间的${days}个工作日不计入逾期，到期日由${zhDay(past)}顺延至${zhDay(moved)}`;
}

function resumes(act: Act): Step['kind'] {
	return act.fact?.type === 'request.material_resubmitted' ? 'resubmit' : 'note';
}

function sayExtension(act: Act, clock: Clock, named: string): Said {
	const granted = `经同级主管部门同意延长${act.days ?? 0}个工作日，自原到期日起续算`;
	const text = act.by === undefined ? granted : `${granted}；自告知需求部门（${act.by.id}）之日起生效`;
	return { kind: 'extend', text: named === '' ? text : `${named}：${text}`, basis: clock.extension?.article ?? null };
}

function sayExclusion(act: Act, { clock, policy }: Rests, named: string): string {
	const old = policy === null ? null : sayOldRequest(act, clock, policy);
	const why = old ?? exclusions[act.why ?? ''] ?? '不计入按时率';
	return named === '' ? why : `${named}：${why}`;
}

function sayDefect(act: Act, { clock, policy }: Rests): Pick<Said, 'text' | 'basis'> {
	const defect = act.why as Defect;
	const { zh, article } = defects[defect];
	if (defect === 'evidence_accepted' && act.fact !== null)
		return { text: sayEvidence(act.fact), basis: EVIDENCE_BASIS };
	const named = act.fact === null ? zh : `${zh}（${act.fact.id}）`;
	const effect = policy === null ? '' : sayEffect(defect, act.fact, policy);
	return { text: `${named}${effect}`, basis: article ?? clock.article };
}
