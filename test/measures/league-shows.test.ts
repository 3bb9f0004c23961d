import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { coverageBodies } from '#analytics/measures/coverage.ts';
import { league } from '#analytics/measures/league.ts';
import { doubtOf } from '#app/words/coverage.ts';
import { act, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, more, ask } = asking();

/** Requests of a department received on a day, all answered on another. */
const answered = (department: string, n: number, from: string, to: string): ShareEvent[] =>
	Array.from({ length: n }, (_, i) => [
		received(`${department}-${from}-${i}`, from, { department, counterparty: '需求部门' }),
		replied(`${department}-${from}-${i}`, to, { department, outcome: 'refuse', reason_code: '2' }),
	]).flat();

const total = async (span: { as_of: string; from: string; to: string }) =>
	(await ask(league, span)).filter(row => row.clock === 'total');

describe('排名表：不掩盖、不错怪', () => {
	test('平台沉默的部门照常列出按时率，并注明数据不完整', async () => {
		const span = { as_of: '2026-03-23', from: '2026-03-16', to: '2026-03-20' };
		const beat = (date: string) =>
			act('platform.heartbeat', null, `${date} 23:59`, { id: `beat ${date}`, date, counts: {} });
		await begin([registered('甲', '甲')]);
		await more([beat('2026-03-16'), ...answered('甲', 5, '2026-03-02', '2026-03-16')], 2);
		expect(columns(await total(span), 'department', 'due', 'rate', 'rank')).toEqual([['甲', 5, 1, 1]]);
		const [body] = await ask(coverageBodies, span);
		const told = body && { ...body, platforms: body.sources.length, quiet: body.silent_sources.length > 0 };
		expect(doubtOf(told ?? null)).toBe('数据不完整：完整率20.0%');
	});

	test('条例施行以前收到的申请，其答复不进排名；施行之后收到的计入', async () => {
		const span = { as_of: '2025-08-31', from: '2025-08-01', to: '2025-08-31' };
		await begin([
			registered('甲', '甲'),
			...answered('甲', 6, '2025-07-31', '2025-08-29'),
			...answered('甲', 5, '2025-08-01', '2025-08-15'),
		]);
		expect(columns(await total(span), 'department', 'due', 'on_time', 'rank')).toEqual([['甲', 5, 5, 1]]);
	});

	test('只有需求一种角色的部门留在表中，没有按时率，也没有名次', async () => {
		const span = { as_of: '2026-03-23', from: '2026-03-01', to: '2026-03-20' };
		await begin([
			registered('甲', '甲'),
			registered('需求部门', '需求部门'),
			...answered('甲', 5, '2026-03-02', '2026-03-16'),
		]);
		expect(columns(await total(span), 'department', 'due', 'rate', 'rank', 'unranked')).toEqual([
			['甲', 5, 1, 1, null],
			['需求部门', 0, null, null, 'no_obligations'],
		]);
	});
});
