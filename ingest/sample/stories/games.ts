import { byDemander, byProvider, extended, provided, rejected, replied, transferred, withdrawn } from '../acts.ts';
import { casefile, clock } from '../casefile.ts';
import { AUTHORITY_SYSTEM } from '../city.ts';
import type { Setting } from '../setting.ts';
import { ago, asked, itemAt, type Story, story } from './plant.ts';

/** Trap 5: the reply says it was made on the due day; the platform wrote it three working days later. */
export function backdated(s: Setting): Story {
	const on = ago(s, 24);
	const line = asked(s, 'T05A', on, itemAt(s, 'housing', 'conditional'));
	const due = s.due('reply.conditional', on);
	replied(line, clock(due, 16, 40), 'refuse', { recorded: clock(s.workday(due, 3), 9, 12) });
	return story(
		5,
		'倒签答复时间',
		'答复时间填在到期日，平台三个工作日后才写入；按平台写入时间认定逾期并标注。',
		line.file,
	);
}

/** Trap 10: unconditional when it arrived, called conditional afterwards; the sharing type is frozen at receipt. */
export function reclassified(s: Setting): Story {
	const on = ago(s, 29);
	const line = asked(s, 'T10A', on, itemAt(s, 'invest', 'unconditional'));
	const later = clock(s.workday(on, 2), 9);
	const file = casefile(AUTHORITY_SYSTEM, '', `${line.file.id}-ML`);
	const data = { catalogue: line.item.code, title: line.item.title, sharing: 'conditional', catalogue_version: '2' };
	file.tell('catalogue.registered', later, line.provider, { data });
	replied(line, clock(s.workday(on, 8), 15), 'agree', { data: { sharing: 'conditional' } });
	provided(line, clock(s.workday(on, 18), 15));
	return story(
		10,
		'收到申请后改变共享属性',
		'收到时为无条件共享，两日后改为有条件；共享属性以收到时为准，仍按1个工作日计。',
		line.file,
		file,
	);
}

/** Trap 13: an extension granted after the reply was due cures nothing. */
export function extendedTooLate(s: Setting): Story {
	const on = ago(s, 34);
	const line = asked(s, 'T13A', on, itemAt(s, 'culture', 'conditional'));
	extended(s, line, clock(s.workday(on, 11), 9), clock(s.workday(on, 12), 10), 10);
	replied(line, clock(s.workday(on, 15), 16), 'refuse');
	return story(13, '到期后才批准延期', '延期在到期之后才申请和批准，不产生效力，仍属逾期。', line.file);
}

/** Trap 13: an extension of a one-day clock is legal, and should light up. */
export function extendedUnconditional(s: Setting): Story {
	const on = ago(s, 22);
	const line = asked(s, 'T13B', on, itemAt(s, 'stats', 'unconditional'));
	extended(s, line, clock(on, 14), clock(on, 16, 30), 5);
	replied(line, clock(s.workday(on, 5), 11));
	provided(line, clock(s.workday(on, 12), 11));
	return story(13, '无条件共享申请延期', '1个工作日的期限被延长5个工作日：合法，但应引起注意。', line.file);
}

/** Trap 12: Article 22 knows no extension; one granted for a delivery changes nothing. */
export function deliveryExtended(s: Setting): Story {
	const on = ago(s, 44);
	const line = asked(s, 'T12A', on, itemAt(s, 'urban', 'conditional'));
	const agreed = s.workday(on, 3);
	replied(line, clock(agreed, 10));
	extended(s, line, clock(s.workday(agreed, 17), 10), clock(s.workday(agreed, 18), 10), 10);
	provided(line, clock(s.workday(agreed, 26), 16));
	return story(12, '提供期限不得延期', '条例第二十二条没有延期规定，对提供期限的“批准延期”不产生效力。', line.file);
}

/** Trap 37: asked in time, decided by the authority after the due day: late, through no fault of the department alone. */
export function authoritySlow(s: Setting): Story {
	const on = ago(s, 32);
	const line = asked(s, 'T37A', on, itemAt(s, 'drc', 'conditional'));
	extended(s, line, clock(s.workday(on, 6), 9), clock(s.workday(on, 11), 15), 5);
	replied(line, clock(s.workday(on, 13), 16), 'refuse');
	return story(37, '主管部门批复迟延', '部门按时申请延期，市数据局到期后才批复；案件逾期，责任应分开看。', line.file);
}

/** Trap 20: withdrawn at the demander's "own wish", after it was overdue. */
export function withdrawnLate(s: Setting): Story {
	const on = ago(s, 28);
	const line = asked(s, 'T20A', on, itemAt(s, 'gfdb', 'conditional'));
	withdrawn(line, clock(s.workday(on, 16), 10), '经与提供部门沟通，同意撤回');
	return story(20, '逾期后撤回', '到期6个工作日后由需求部门撤回，不能因此免除逾期。', line.file);
}

/** Trap 14: handed on twice; each body's own clock starts at its receipt, and the chain shows. */
export function handedOn(s: Setting): Story {
	const on = ago(s, 36);
	const line = asked(s, 'T14A', on, itemAt(s, 'hrss', 'conditional'), 'civil');
	const second = transferred(line, clock(s.workday(on, 8), 16), s.city.bySlug('sbzx'));
	const third = transferred(second, clock(s.workday(on, 16), 16), s.city.bySlug('ybj'));
	replied(third, clock(s.workday(on, 20), 11));
	provided(third, clock(s.workday(on, 30), 11));
	return story(14, '连续转办', '临近到期两次转办，每次重新起算；转办链条完整列示。', line.file);
}

/** Trap 11: "delivered" an interface that does not answer; rejected within two days, delivered properly after the due day. */
export function deadDelivery(s: Setting): Story {
	const on = ago(s, 50);
	const line = asked(s, 'T11A', on, itemAt(s, 'qinghe', 'conditional'));
	const agreed = s.workday(on, 4);
	replied(line, clock(agreed, 10));
	provided(line, clock(s.workday(agreed, 18), 17));
	rejected(line, clock(s.workday(agreed, 20), 9), '接口无法调用，返回空数据');
	provided(line, clock(s.workday(agreed, 25), 15));
	byDemander(line, 'delivery.accepted', clock(s.workday(agreed, 26), 10), { data: { score: 3 } });
	return story(
		11,
		'提供后验收不通过',
		'首次提供的接口不可用，验收不通过，首次提供不作数；重新提供时已逾期。',
		line.file,
	);
}

/** Article 21(2): refused without a reason: in time, and irregular. */
export function noReason(s: Setting): Story {
	const on = ago(s, 23);
	const line = asked(s, 'TWL', on, itemAt(s, 'sasac', 'conditional'));
	byProvider(line, 'request.replied', clock(s.workday(on, 5), 15), { data: { outcome: 'refuse', approver_ok: true } });
	return story(null, '拒绝不说明理由', '答复按时，但不同意共享未说明理由，违反条例第二十一条第二款。', line.file);
}
