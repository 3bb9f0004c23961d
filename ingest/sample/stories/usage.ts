import { plusDays } from '#analytics/law/day.ts';
import { accepted, provided, replied, serviceOf } from '../acts.ts';
import { casefile, clock } from '../casefile.ts';
import { AUTHORITY_SYSTEM, EXCHANGE } from '../city.ts';
import { users } from '../habits.ts';
import type { Setting } from '../setting.ts';
import { FILE_MARK, IDLE_MARK } from '../usage.ts';
import { ago, asked, itemAt, type Story, story } from './plant.ts';

/** 应用未用: three services obtained and never used, as the department's own monthly reports say; the authority found it too. */
export function neverUsed(s: Setting): Story {
	const files = [0, 1, 2].map(n => {
		const item = itemAt(s, 'grain', 'conditional', n);
		const line = asked(s, `${IDLE_MARK}${'ABC'.charAt(n)}`, ago(s, 190 - n), item, users.idle);
		replied(line, clock(ago(s, 186), 15));
		provided(line, clock(ago(s, 178), 10));
		accepted(line, clock(ago(s, 176), 10));
		return line.file;
	});
	return story(20, '应用未用', '三项数据申请获得后从未使用，部门自己逐月报为未用，列入应用未用清单。', ...files);
}

/** A service delivered as files has no daily report of calls: whether it is used is known from the demander's reports alone. */
export function usedAsFile(s: Setting): Story {
	const line = asked(s, `${FILE_MARK}A`, ago(s, 180), itemAt(s, 'grain', 'conditional', 3), users.byFile);
	replied(line, clock(ago(s, 175), 15));
	provided(line, clock(ago(s, 168), 10), { data: { method: 'file' } });
	return story(22, '文件方式共享', '以文件提供的数据没有调用日报，以需求部门报送的使用状态认定在用。', line.file);
}

/** Nothing of use or safeguards is ever reported: no figure is made up for it. */
export function nothingRecorded(s: Setting): Story {
	const { name } = s.city.bySlug(users.careless);
	return story(null, '从不报送使用情况', `${name}从不报送使用状态、使用记录和保障措施，相应指标为零或者列为未报送。`);
}

/** Everything is recorded, kept and renewed in time. */
export function everythingRecorded(s: Setting): Story {
	const { name } = s.city.bySlug(users.thorough);
	return story(null, '记录齐备', `${name}逐月报送使用状态、逐季留存使用记录，保障措施均在有效期内。`);
}

/** Trap 42: a right suspended and not yet resumed. */
export function stillSuspended(s: Setting): Story {
	const file = casefile(AUTHORITY_SYSTEM, `ZT${ago(s, 8).replaceAll('-', '')}-T42B`);
	const line = asked(s, 'T42C', ago(s, 150), itemAt(s, 'grain', 'conditional', 4), 'coop');
	replied(line, clock(ago(s, 146), 15));
	provided(line, clock(ago(s, 140), 10));
	const data = {
		catalogue: line.item.code,
		service_id: serviceOf(line.item),
		ground: '使用记录拒不补正',
		deadline: ago(s, -30),
	};
	file.tell('service.suspended', clock(ago(s, 8), 10), s.authority, { counterparty: line.demander, data });
	return story(42, '权限暂停中', '权限暂停至今未恢复：应用率不计该服务，暂停天数照计。', line.file, file);
}

/** Article 25: out of scope, found and confirmed; and an incident for which the body was found responsible. */
export function foundAgainst(s: Setting): Story {
	const scope = casefile(AUTHORITY_SYSTEM, `XS${ago(s, 60).replaceAll('-', '')}-TSY`);
	const by = { counterparty: s.city.bySlug('invest') };
	const about = { item: '40.2', facts: '将共享数据用于招商宣传，超出申请用途' };
	scope.tell('finding.recorded', clock(ago(s, 60), 10), s.authority, {
		...by,
		data: { ...about, source: 'inspection' },
	});
	scope.tell('finding.decided', clock(ago(s, 52), 10), s.authority, {
		...by,
		data: { item: '40.2', decision: 'confirmed' },
	});
	const incident = casefile(EXCHANGE, `AQ${ago(s, 70).replaceAll('-', '')}-TSZ`);
	const body = s.city.bySlug('port');
	const data = { level: '较大', kind: '数据泄露', side: 'demander', body_kind: 'other' };
	incident.tell('security.discovered', clock(ago(s, 70), 9, 10), body, { data });
	incident.tell('security.reported', clock(ago(s, 70), 11, 5), body, { data });
	incident.tell('security.closed', clock(plusDays(ago(s, 70), 9), 16), body, { data });
	const finding = casefile(AUTHORITY_SYSTEM, incident.id, `${incident.id}-RD`);
	finding.tell('finding.decided', clock(ago(s, 58), 10), s.authority, {
		counterparty: body,
		data: { item: '40.6', decision: 'confirmed' },
	});
	return story(
		null,
		'经认定的使用与安全问题',
		'超范围使用、未尽安全责任各一，经认定后计数。',
		scope,
		incident,
		finding,
	);
}
