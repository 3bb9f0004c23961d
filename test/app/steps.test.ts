import { describe, expect, test } from 'vitest';
import { foldSteps } from '#app/components/steps.ts';
import { dueFrom } from '#test/cases/casebook.ts';

const told = (clock: 'reply.conditional' | 'delivery' | 'reply.unconditional', from: string, extended = 0) =>
	foldSteps(dueFrom(clock, from, extended).steps).map(step =>
		step.from === step.to ? `${step.from} ${step.text}` : `${step.from}–${step.to} ${step.text}`,
	);

describe('计时说明：连续的日子合为一段', () => {
	test('跨中秋、国庆（V08）：放假、调休与周末各为一段，工作日数首尾相接', () => {
		expect(told('reply.conditional', '2026-09-24')).toEqual([
			'2026-09-24 收到申请，起算；当日不计入',
			'2026-09-25–2026-09-27 中秋节放假，不计入',
			'2026-09-28–2026-09-30 第1至3个工作日',
			'2026-10-01–2026-10-07 国庆节放假，不计入',
			'2026-10-08–2026-10-09 第4至5个工作日',
			'2026-10-10 国庆节调休上班，第6个工作日',
			'2026-10-11 周日，不计入',
			'2026-10-12–2026-10-15 第7至10个工作日',
			'2026-10-15 到期日，当日24时前办结为按时',
		]);
	});

	test('调休上班的周日（V12）', () => {
		expect(told('reply.unconditional', '2026-09-18')).toEqual([
			'2026-09-18 收到申请，起算；当日不计入',
			'2026-09-19 周六，不计入',
			'2026-09-20 国庆节调休上班，第1个工作日',
			'2026-09-20 到期日，当日24时前办结为按时',
		]);
	});

	test('跨入尚未公布放假安排的年份，合并后仍写明是推算', () => {
		const steps = told('delivery', '2026-12-10');
		expect(steps.some(step => /–.*第\d+至\d+个工作日（.*推算）/.test(step))).toBe(true);
	});
});
