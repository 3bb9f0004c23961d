import { plusDays, plusYears } from '#analytics/law/day.ts';
import { provided, replied, serviceOf } from '../acts.ts';
import { body } from '../background.ts';
import { casefile, clock } from '../casefile.ts';
import { AUTHORITY_SYSTEM, EXCHANGE, MERGED } from '../city.ts';
import type { Setting } from '../setting.ts';
import {
	type Correction,
	correctionFedBack,
	correctionReceived,
	updateReviewed,
	updateSubmitted,
	updateTriggered,
} from '../upkeep.ts';
import { ago, asked, itemAt, type Story, story } from './plant.ts';

/** Trap 15: two bureaus become one on 1 March; a case begun with one of them is answered by the successor, its clock running on. */
export function merger(s: Setting): Story {
	const file = casefile(AUTHORITY_SYSTEM, '', 'JGHB');
	const from = MERGED.from.map(slug => s.city.bySlug(slug).code);
	const to = [body(s.city.bySlug(MERGED.to))];
	const data = { kind: 'merge', from, to, effective: s.merger, document: '示编发〔机构改革〕5号' };
	file.tell('organisation.changed', clock(s.merger, 8, 30), s.authority, { data });
	const line = asked(s, 'T15A', s.workday(s.merger, -4), itemAt(s, 'forestry', 'conditional'));
	const after = { ...line, provider: s.city.bySlug(MERGED.to) };
	replied(after, clock(s.workday(s.merger, 6), 15), 'refuse');
	return story(
		15,
		'机构合并',
		'市林业局与市园林绿化局3月1日合并；此前收到的申请由合并后的部门答复，期限连续计算。',
		file,
		line.file,
	);
}

/** Trap 37, Article 17(3): an update returned once and resubmitted, and one that the authority itself reviewed late. */
export function returnedUpdate(s: Setting): Story {
	const on = ago(s, 25);
	const owner = s.city.bySlug('edu');
	const id = (mark: string) => `ML${on.replaceAll('-', '')}-${mark}`;
	const one = { file: casefile(AUTHORITY_SYSTEM, id('T37B')), item: itemAt(s, 'edu', 'conditional'), owner };
	updateTriggered(one, clock(on, 9));
	updateSubmitted(s, one, clock(s.workday(on, 6), 10));
	updateReviewed(s, one, clock(s.workday(on, 7), 16), '数据项与“三定”规定不一致');
	updateSubmitted(s, one, clock(s.workday(on, 9), 10), '3');
	updateReviewed(s, one, clock(s.workday(on, 10), 16));
	const slow = { ...one, file: casefile(AUTHORITY_SYSTEM, id('T37C')) };
	updateTriggered(slow, clock(on, 9));
	updateSubmitted(s, slow, clock(s.workday(on, 5), 10));
	updateReviewed(s, slow, clock(s.workday(on, 11), 16));
	return story(
		37,
		'目录退回与主管部门审核超期',
		'目录退回后重新报送；另一件由市数据局第6个工作日才审核，主管部门自身超期同样列示。',
		one.file,
		slow.file,
	);
}

/** Trap 36: nobody reported the change; the authority found it, and the clock had long run out. */
export function foundByAuthority(s: Setting): Story {
	const on = ago(s, 30);
	const owner = s.city.bySlug('urban');
	const file = casefile(AUTHORITY_SYSTEM, `ML${on.replaceAll('-', '')}-T36A`);
	const one = { file, item: itemAt(s, 'urban', 'conditional'), owner };
	file.tell('catalogue.triggered', clock(s.workday(on, 12), 9), s.authority, {
		counterparty: owner,
		data: { catalogue: one.item.code, trigger_kind: '职责变化', trigger_date: on, found_by: 'authority' },
	});
	updateSubmitted(s, one, clock(s.workday(on, 19), 10));
	updateReviewed(s, one, clock(s.workday(on, 20), 10));
	return story(36, '未自报的更新事由', '职责调整未自行登记，由市数据局检查发现；逾期报送更新目录。', file);
}

/** Trap 23: a correction that turned out to be none: fed back with grounds, and thereby done. */
export function verifiedCorrect(s: Setting): Story {
	const on = ago(s, 20);
	const item = itemAt(s, 'nr', 'unconditional');
	const provider = s.city.bySlug('nr');
	const file = casefile(provider.platform, `JH${on.replaceAll('-', '')}-T23A`);
	const one: Correction = { file, item, provider, demander: s.city.bySlug('bdc') };
	correctionReceived(one, clock(on, 10), '不准确');
	correctionFedBack(one, clock(s.workday(on, 4), 15), clock(s.workday(on, 5), 11), false);
	return story(23, '校核后数据无误', '经核实无误也是有效的处理结果，按时反馈即按时办结。', file);
}

/** Article 29(2): a record of use to be kept for two years only, and one for three. */
export function keptTooShort(s: Setting): Story {
	const on = ago(s, 18);
	const item = itemAt(s, 'police', 'unconditional');
	const files = [2, 3].map((years, i) => {
		const file = casefile(EXCHANGE, `SY${on.replaceAll('-', '')}-TBC${'AB'.charAt(i)}`);
		const data = {
			...{ catalogue: item.code, service_id: serviceOf(item), scene: true, process: true, effect: true },
			...{ storage: true, destruction: i > 0, retained_until: plusYears(plusDays(on, 1), years) },
		};
		file.tell('use.recorded', clock(on, 15), s.city.bySlug('fire'), { counterparty: s.city.bySlug('police'), data });
		return file;
	});
	return story(null, '使用记录保存期不足', '使用记录只拟保存两年，不足条例第二十九条规定的三年。', ...files);
}

/** Traps 17 and 29: a vertically managed agency and an organ under Article 43, both late, both shown and not ranked. */
export function notRanked(s: Setting): Story {
	const lines = ['tax', 'court'].map((slug, i) => {
		const on = ago(s, 26);
		const line = asked(s, `T29${'AB'.charAt(i)}`, on, itemAt(s, slug, 'conditional'), 'samr');
		replied(line, clock(s.workday(on, 13), 15), 'refuse');
		return line;
	});
	return story(
		29,
		'垂直管理机构与其他国家机关',
		'税务局、法院的逾期照实列示，不参加排名，本级不得责令改正。',
		...lines.map(line => line.file),
	);
}

/** Trap 42: a right suspended and resumed. */
export function suspended(s: Setting): Story {
	const file = casefile(AUTHORITY_SYSTEM, `ZT${ago(s, 50).replaceAll('-', '')}-T42A`);
	const item = itemAt(s, 'police', 'conditional');
	const data = { catalogue: item.code, service_id: serviceOf(item) };
	const ground = { ground: '擅自超出使用范围', deadline: ago(s, 40) };
	const parties = { counterparty: s.city.bySlug('fire') };
	file.tell('service.suspended', clock(ago(s, 50), 10), s.authority, { ...parties, data: { ...data, ...ground } });
	file.tell('service.resumed', clock(ago(s, 38), 10), s.authority, { ...parties, data });
	return story(42, '暂停共享权限', '因超范围使用暂停权限，整改后恢复；暂停期间不计应用率。', file);
}

/** Trap 24: an incident reported honestly and at once must not score worse than silence. */
export function honestReport(s: Setting): Story {
	const file = casefile(EXCHANGE, '', 'AQSJ');
	const by = s.city.bySlug('ybj');
	const on = ago(s, 15);
	const data = { level: '一般', kind: '数据泄露风险', side: 'demander' };
	file.tell('security.discovered', clock(on, 10), by, { data });
	file.tell('security.reported', clock(on, 10, 50), by, { data });
	file.tell('security.closed', clock(s.workday(on, 3), 16), by, { data });
	return story(24, '如实报告安全事件', '发现后50分钟内报告，如实报告不应比隐瞒不报得分更低。', file);
}

/** Trap 11: agreed with a condition that the catalogue does not know; the delivery clock starts all the same. */
export function addedCondition(s: Setting): Story {
	const on = ago(s, 38);
	const line = asked(s, 'T11B', on, itemAt(s, 'finance', 'conditional'));
	replied(line, clock(s.workday(on, 6), 15), 'agree', { data: { conditions: ['另行签订保密协议并缴纳运维费用'] } });
	provided(line, clock(s.workday(on, 20), 15));
	return story(11, '擅自增设条件', '同意时附加目录之外的条件，涉嫌违反条例第十五条；提供期限照常计算。', line.file);
}
