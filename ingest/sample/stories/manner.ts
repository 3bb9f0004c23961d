import { byProvider, noticed, provided, replied, requested, resubmitted } from '../acts.ts';
import { clock } from '../casefile.ts';
import { cast } from '../manners.ts';
import type { Setting } from '../setting.ts';
import { ago, asked, itemAt, number, type Story, story } from './plant.ts';

/** No trap: the department everybody should be compared with. Answers the same day, delivers in three. */
export function excellent(s: Setting): Story {
	const files = [60, 50, 40, 30].map((days, i) => {
		const line = asked(s, `TYX${'ABCD'.charAt(i)}`, ago(s, days), itemAt(s, cast.excellent, 'conditional', i));
		replied(line, clock(ago(s, days), 14, 5));
		provided(line, clock(ago(s, days - 3), 10));
		return line.file;
	});
	return story(null, '标杆部门', '市住房公积金管理中心当日答复、三日内提供，多个周期无一逾期。', ...files);
}

/** No trap, a sign for the eye: every answer on the last day, every one in time. */
export function lastDay(s: Setting): Story {
	const files = [55, 45, 35].map((days, i) => {
		const line = asked(s, `TZR${'ABC'.charAt(i)}`, ago(s, days), itemAt(s, cast.lastDay, 'conditional', i));
		const due = s.due('reply.conditional', ago(s, days));
		replied(line, clock(due, 16, 50));
		provided(line, clock(s.due('delivery', due), 17, 5));
		return line.file;
	});
	return story(null, '卡点答复', '市民政局总在期限最后一日下午答复和提供，全部按时，但从不提前。', ...files);
}

/** Trap 9: a notice of missing materials on the ninth day, and a second one after resubmission, which pauses nothing. */
export function noticeLoop(s: Setting): Story {
	const on = ago(s, 45);
	const line = asked(s, 'T09A', on, itemAt(s, cast.noticeLoop, 'conditional'));
	noticed(line, clock(s.workday(on, 9), 16, 30));
	resubmitted(line, clock(s.workday(on, 12), 10));
	noticed(line, clock(s.workday(on, 13), 9), ['申请函须加盖骑缝章']);
	resubmitted(line, clock(s.workday(on, 18), 10));
	replied(line, clock(s.workday(on, 19), 15));
	provided(line, clock(s.workday(on, 30), 15));
	return story(
		9,
		'反复补正拖延计时',
		'第9个工作日才告知补正，补正后再次告知；第二次告知不暂停计时，案件逾期。',
		line.file,
	);
}

/** Trap 9: refused because materials were missing, which the Decree forbids: the clock keeps running; then asked anew under another number. */
export function refusedForMaterials(s: Setting): Story {
	const item = itemAt(s, cast.noticeLoop, 'conditional', 1);
	const first = asked(s, 'T09B', ago(s, 40), item);
	const code = { data: { reason_code: '6', reason: '申请材料不全' } };
	replied(first, clock(ago(s, 31), 16), 'refuse', code);
	const again = asked(s, 'T09C', ago(s, 28), item);
	replied(again, clock(ago(s, 22), 15));
	provided(again, clock(ago(s, 10), 15));
	return story(
		9,
		'以材料不全直接拒绝',
		'材料不全应当一次性告知，不得直接拒绝；该答复不停止计时。需求部门随后以新编号重新申请。',
		first.file,
		again.file,
	);
}

/** Trap 4: perfect on reply, twenty working days late on delivery. */
export function slowDelivery(s: Setting): Story {
	const files = [70, 58, 47].map((days, i) => {
		const line = asked(s, `T04${'ABC'.charAt(i)}`, ago(s, days), itemAt(s, cast.slowDelivery, 'conditional', i));
		replied(line, clock(ago(s, days - 2), 10, 40));
		provided(line, clock(ago(s, days - 42), 15, 30));
		return line.file;
	});
	return story(4, '答复及时、提供拖延', '市交通运输局两日内同意，却都在提供期限届满20个工作日后才提供。', ...files);
}

/** Trap 27: three cases in all; shown, not ranked. The last one is delivered before it is due. */
export function three(s: Setting): Story {
	const files = [30, 21, 14].map((days, i) => {
		const line = asked(s, `T27${'ABC'.charAt(i)}`, ago(s, days), itemAt(s, cast.few, 'conditional', i));
		replied(line, clock(ago(s, days - 4), 11), 'refuse');
		return line.file;
	});
	return story(27, '样本不足', '市档案局全期只被申请三次，按时率照列，样本不足不排名。', ...files);
}

/** Trap 21: nobody asks; no score at all rather than a hundred. */
export function unasked(s: Setting): Story {
	const { name } = s.city.bySlug(cast.unasked);
	return story(21, '无人申请', `${name}没有应办事项，按时率以“—”表示，既非0也非100%。`);
}

/** Trap 8: one request, three lines at two providers, of two sharing types: a clock for each. */
export function manyLines(s: Setting): Story {
	const on = ago(s, 26);
	const items = [
		itemAt(s, 'police', 'unconditional'),
		itemAt(s, 'police', 'conditional'),
		itemAt(s, 'ybj', 'conditional'),
	];
	const lines = requested(s, number('T08A', on), s.city.bySlug('civil'), items, clock(on, 9, 30));
	const days = [1, 6, 14];
	for (const [i, line] of lines.entries()) {
		replied(line, clock(s.workday(on, days[i] ?? 1), 15));
		if (i < 2) provided(line, clock(s.workday(on, 17), 10));
	}
	const [first] = lines;
	return story(
		8,
		'一案多行跨部门',
		'同一申请三行分属公安、医保两个部门，公安两行按时，医保一行逾期。',
		...(first ? [first.file] : []),
	);
}

/** Article 21(2): partly agreed, with one reply for the whole request that names the agreed lines. */
export function partly(s: Setting): Story {
	const on = ago(s, 33);
	const items = [itemAt(s, 'health', 'conditional'), itemAt(s, 'health', 'conditional', 1)];
	const lines = requested(s, number('TBF', on), s.city.bySlug('ybj'), items, clock(on, 9, 30));
	const [line] = lines;
	if (!line) return story(null, '部分同意', '');
	const data = { agreed_lines: ['1'], reason_code: '5', reason: '第2行超出履行职责所必需的范围' };
	byProvider({ ...line, no: '' }, 'request.replied', clock(s.workday(on, 7), 15), {
		data: { outcome: 'partial', approver_ok: true, ...data },
	});
	provided(line, clock(s.workday(on, 20), 15));
	return story(null, '部分同意', '一次答复只同意第1行：两行的答复均告完成，只有第1行开始计算提供期限。', line.file);
}
