import { plusDays, startOf } from '#analytics/law/day.ts';
import { noticed, provided, received, replied } from '../acts.ts';
import { casefile, clock, type Row, type SampleEvent } from '../casefile.ts';
import { EXCHANGE } from '../city.ts';
import { creditCode } from '../credit-code.ts';
import type { Setting } from '../setting.ts';
import { ago, asked, itemAt, type Story, story } from './plant.ts';

/** Trap 6: answered in time while the platform was silent; until it comes back the cases look overdue. */
export function silence(s: Setting): Story {
	const files = [0, 1, 2].map(i => {
		const due = s.workday(s.anchor, i - 2);
		const on = s.workday(due, -10);
		const line = asked(s, `T06${'ABC'.charAt(i)}`, on, itemAt(s, 'wangchao', 'conditional', i));
		replied(line, clock(due, 11, 10), 'refuse');
		return line.file;
	});
	const tells = `望潮区平台首次启动前四日无事件、无对账日报，${s.silent.back}恢复后补到；期间的“超期”应标注来源静默。`;
	return story(6, '平台静默四日', tells, ...files);
}

/** Trap 39: the platform wrote the receipt after the reply, and sent one event twice. */
export function disorder(s: Setting): Story {
	const on = ago(s, 21);
	const item = itemAt(s, 'hrss', 'conditional', 1);
	const line = asked(s, 'T39A', on, item, 'civil', { recorded: clock(s.workday(on, 4), 10) });
	replied(line, clock(s.workday(on, 3), 15));
	provided(line, clock(s.workday(on, 9), 15));
	const reply = line.file.rows.find(row => row.event.type === 'request.replied');
	if (reply) line.file.rows.push({ ...reply });
	return story(39, '乱序与重复', '收到申请的事件晚于答复写入，答复事件重复报送；结果不受次序和重复影响。', line.file);
}

/** Trap 39: a reply to a request nobody reported as received, and one recorded before its receipt: doubtful, in no rate, never out of sight. */
export function contradictory(s: Setting): Story {
	const on = ago(s, 12);
	const item = itemAt(s, 'coop', 'conditional');
	const orphan = asked(s, 'T39B', on, item);
	orphan.file.rows.splice(1, 1);
	replied(orphan, clock(s.workday(on, 2), 10), 'refuse');
	const early = asked(s, 'T39C', on, item, 'sports');
	replied(early, clock(s.workday(on, -1), 10), 'refuse');
	const tells = '一件只有答复、没有收到申请，一件答复早于收到申请；不计入按时率，列入数据存疑待核实。';
	return story(39, '相互矛盾的报送', tells, orphan.file, early.file);
}

/** Trap 7: the reply was entered as an agreement and corrected the next day; the old event stays, the delivery clock goes. */
export function corrected(s: Setting): Story {
	const on = ago(s, 19);
	const line = asked(s, 'T07A', on, itemAt(s, 'commerce', 'conditional'));
	const wrong = replied(line, clock(s.workday(on, 8), 9));
	const right = { corrects: wrong, correction_reason: '录入错误：实际答复为不同意共享' };
	replied(line, clock(s.workday(on, 8), 9), 'refuse', { recorded: clock(s.workday(on, 9), 17), data: right });
	return story(7, '更正的事件', '误录为“同意”的答复次日更正为“不同意”：提供期限随之消失，原事件保留可查。', line.file);
}

/** Trap 7: a notice of missing materials that never happened, taken back: no pause. */
export function retracted(s: Setting): Story {
	const on = ago(s, 25);
	const line = asked(s, 'T07B', on, itemAt(s, 'sports', 'conditional'));
	const notice = noticed(line, clock(s.workday(on, 4), 9));
	const { provider, file } = line;
	file.tell('request.material_notice', clock(s.workday(on, 5), 9), provider, {
		data: { retracts: notice, correction_reason: '误操作，未向需求部门发出' },
	});
	replied(line, clock(s.workday(on, 11), 10), 'refuse');
	return story(7, '撤销的事件', '误发的补正告知被撤销，视为从未发生，不暂停计时；案件逾期。', file);
}

/** A provider that nobody ever registered: shown as 未识别, never hidden. */
export function unknownBody(s: Setting): Story {
	const on = ago(s, 17);
	const line = asked(s, 'TWS', on, itemAt(s, 'port', 'conditional'));
	const stranger = {
		...line.provider,
		code: creditCode('12', '990100', 9876),
		name: '市数据资源中心（筹）',
	};
	const file = casefile(EXCHANGE, line.file.id);
	const strange = { ...line, provider: stranger, file };
	received(strange, clock(on, 9, 31));
	replied(strange, clock(s.workday(on, 12), 15), 'refuse');
	return story(null, '未登记的机构', '报送数据中出现未登记的机构代码，列为“未识别”，不隐藏。', file);
}

/** Trap 18: a platform that writes UTC: 16:30Z is already the next day in Asia/Shanghai. */
export function otherZone(s: Setting): Story {
	const on = ago(s, 16);
	const line = asked(s, 'T18A', on, itemAt(s, 'zwfw', 'unconditional'), 'civil');
	replied(line, clock(plusDays(s.due('reply.unconditional', on), 1), 0, 30), 'refuse');
	for (const row of line.file.rows) inUtc(row.event);
	return story(
		18,
		'以世界协调时报送',
		'平台以UTC报送，16时30分（UTC）在北京时间已是次日，按北京时间认定逾期。',
		line.file,
	);
}

/** Trap 18: rows no event can be read from: they must show on the page of rejects, and harm none of their neighbours. */
export function unreadable(s: Setting): Story {
	const on = ago(s, 13);
	const file = casefile(EXCHANGE, `SQ${on.replaceAll('-', '')}-T18B`);
	const by = s.city.bySlug('culture');
	const faults: ((event: SampleEvent) => void)[] = [
		event => {
			event.time = event.time.slice(0, 19);
			event.recordedtime = event.recordedtime.slice(0, 19);
		},
		event => {
			event.type = 'request.signed_for';
		},
		event => {
			event.subject = '';
		},
		event => {
			event.data = { ...event.data, outcome: '原则同意，另行研究' };
		},
		event => {
			event.time = event.time.replace(/-\d{2}-\d{2}T/, '-02-30T');
		},
	];
	faults.forEach((spoil, i) => {
		file.tell('request.replied', clock(on, 10 + i), by, { data: { outcome: 'agree' } });
		const row = file.rows.at(-1);
		if (row) spoil(row.event);
	});
	return story(
		18,
		'无法读取的报送',
		'缺时区、类型不在约定之内、缺办件编号、结论不明、日期不存在：退回并列明原因，不影响其他事件。',
		file,
	);
}

/** Ids of the planted rows that must be refused at the door, as `platform id`. */
export function unreadableIds(told: Story): string[] {
	return told.rows.map(row => `${row.platform} ${row.event.id}`);
}

function inUtc(event: SampleEvent): void {
	event.time = utc(event.time);
	event.recordedtime = utc(event.recordedtime);
}

function utc(time: string): string {
	return `${new Date(Date.parse(time)).toISOString().slice(0, 19)}Z`;
}

/** Rows of the silent platform reach us only when it is back. */
export function heldBack(s: Setting, row: Row): Row {
	const silent = row.platform === s.silent.platform && row.at >= startOf(s.silent.from);
	const back = clock(s.silent.back, 8, 30);
	return silent && row.at < back ? { ...row, at: back } : row;
}
