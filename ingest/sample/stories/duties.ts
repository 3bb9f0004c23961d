import { plusDays } from '#analytics/law/day.ts';
import { provided, replied, serviceOf } from '../acts.ts';
import { casefile, clock } from '../casefile.ts';
import { AUTHORITY_SYSTEM, EXCHANGE } from '../city.ts';
import type { Setting } from '../setting.ts';
import { ago, asked, itemAt, type Story, story } from './plant.ts';

/** Article 28(2): applied for, accepted in time, mediated six working days after the local period. */
export function disputeLate(s: Setting): Story {
	const on = ago(s, 45);
	const file = casefile(AUTHORITY_SYSTEM, `ZY${on.replaceAll('-', '')}-TZA`);
	const [demander, provider] = [s.city.bySlug('zwfw'), s.city.bySlug('transport')];
	const data = { level: 'same', authority: s.authority.code };
	file.tell('dispute.raised', clock(on, 9), demander, { counterparty: provider, data });
	file.tell('dispute.applied', clock(s.workday(on, 3), 10), demander, { counterparty: provider, data });
	file.tell('dispute.accepted', clock(s.workday(on, 6), 15), s.authority, { counterparty: demander });
	file.tell('dispute.mediated', clock(s.workday(on, 32), 16), s.authority, { counterparty: demander });
	return story(null, '争议协调超期', '受理及时，协调用时26个工作日，超过地方时限；主管部门自身的线索同样列示。', file);
}

/** Article 27(1): the purpose was achieved, the provider named a day, and nothing was reported as disposed of. */
export function notDisposed(s: Setting): Story {
	const on = ago(s, 30);
	const file = casefile(EXCHANGE, `CZ${on.replaceAll('-', '')}-TZB`);
	const item = itemAt(s, 'civil', 'conditional');
	const parties = { counterparty: s.city.bySlug('grain') };
	const data = { catalogue: item.code, service_id: serviceOf(item), deadline: ago(s, 12), reason: '共享目的已实现' };
	file.tell('disposal.required', clock(on, 10), s.city.bySlug('civil'), { ...parties, data });
	return story(null, '到期未处置', '共享目的已实现，提供部门要求限期销毁，需求部门至期未报处置。', file);
}

/** Article 24(1): three monthly batches for a district: in time, late and incomplete, missing. */
export function returnFlow(s: Setting): Story {
	const file = casefile(EXCHANGE, `HL${ago(s, 60).replaceAll('-', '')}-TZC`);
	const item = itemAt(s, 'hrss', 'conditional', 1);
	const by = { counterparty: s.city.bySlug('qiming') };
	const told: [days: number, late: number | null, rows: number][] = [
		[60, 0, 8000],
		[38, 3, 5200],
		[16, null, 0],
	];
	for (const [days, late, arrived_rows] of told) {
		const due = ago(s, days);
		const at = clock(late === null ? plusDays(due, 1) : s.workday(due, late), 9, 30);
		const arrived = late === null ? {} : { arrived_at: `${s.workday(due, late)}T09:00:00+08:00`, arrived_rows };
		const data = { catalogue: item.code, due_date: due, expected_rows: 8000, ...arrived };
		file.tell('return.batch', at, s.city.bySlug('hrss'), { ...by, data });
	}
	return story(null, '数据回流迟缓', '三批回流：一批按时，一批迟到且不完整，一批到期未到。', file);
}

/** Article 27(3): one service ended without filing, another one filed and consulted before. */
export function endedUnfiled(s: Setting): Story {
	const file = casefile(AUTHORITY_SYSTEM, '', 'ZZFW');
	const by = { counterparty: s.city.bySlug('urban') };
	for (const [n, filed] of [false, true].entries()) {
		const item = itemAt(s, 'emergency', 'conditional', n);
		const data = { catalogue: item.code, service_id: serviceOf(item) };
		const provider = s.city.bySlug('emergency');
		if (filed) {
			const filing = { ...data, kind: '终止', planned_at: ago(s, 20), consulted: true };
			file.tell('service.change_filed', clock(ago(s, 26), 10), provider, { ...by, data: filing });
		}
		const ended = { ...data, effective_at: ago(s, 20), reason: '系统整合' };
		file.tell('service.terminated', clock(ago(s, 20), 9), provider, { ...by, data: ended });
	}
	return story(null, '未备案即终止服务', '两项服务同日终止，一项事前协商并备案，一项没有。', file);
}

/** Article 35(3): found at night, reported after six hours: hours run through the night. */
export function reportedLate(s: Setting): Story {
	const on = ago(s, 9);
	const file = casefile(EXCHANGE, `AQ${on.replaceAll('-', '')}-TZD`);
	const by = s.city.bySlug('housing');
	const data = { level: '较大', kind: '数据泄露', side: 'demander', body_kind: 'other' };
	file.tell('security.discovered', clock(on, 23, 10), by, { data });
	file.tell('security.reported', clock(plusDays(on, 1), 5, 20), by, { data });
	return story(null, '安全事件迟报', '较大安全事件夜间发现，6小时后才报告；按小时计算，夜间照计。', file);
}

/** Article 15(2): an item not to be shared, without the law it rests on; and one with an element left empty. */
export function withoutBasis(s: Setting): Story {
	const file = casefile(AUTHORITY_SYSTEM, '', 'MLYS');
	const owner = s.city.bySlug('sports');
	const item = itemAt(s, 'sports', 'conditional');
	const listed = {
		title: '体育人才评价档案',
		share_method: '服务接口',
		classification: '一般数据',
		update_cycle: '年',
	};
	const none = { ...listed, catalogue: `${item.code}-dangan`, sharing: 'none', non_share_reason: '内部使用' };
	const blank = {
		...listed,
		catalogue: `${item.code}-huodong`,
		title: '体育赛事活动信息',
		sharing: 'conditional',
		format: '',
		conditions: '',
	};
	file.tell('catalogue.registered', clock(ago(s, 70), 10), owner, { data: none });
	file.tell('catalogue.registered', clock(ago(s, 70), 11), owner, { data: blank });
	return story(null, '目录要素与依据缺失', '不予共享而未列明依据，另一项目录数据格式和使用条件为空。', file);
}

/** Two leads that somebody has decided on: one is a breach, one is none. The others wait. */
export function decidedOn(s: Setting): Story {
	const files = (['confirmed', 'dismissed'] as const).flatMap((decision, n) => {
		const line = asked(s, `TZE${'AB'.charAt(n)}`, ago(s, 56), itemAt(s, 'ipr', 'conditional', n));
		replied(line, clock(ago(s, 41), 15));
		provided(line, clock(ago(s, 30), 15));
		const finding = casefile(AUTHORITY_SYSTEM, line.file.id, `${line.file.id}-RD`);
		finding.tell('finding.decided', clock(ago(s, 33), 10), s.authority, {
			counterparty: line.provider,
			data: { item: '39.4', clock: 'reply.conditional', decision },
		});
		return [line.file, finding];
	});
	return story(null, '已经认定的线索', '同样逾期答复的两件，一件认定成立，一件认定不成立；其余线索待认定。', ...files);
}
