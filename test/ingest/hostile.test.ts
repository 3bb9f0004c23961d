import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Source } from '#analytics/ledger/sources.ts';
import { importFile } from '#ingest/import.ts';
import { push } from '#ingest/push.ts';
import { type House, now, openHouse, shared, streamed } from './house.ts';

let house: House;
let source: Source;
beforeAll(async () => {
	house = await openHouse();
	source = await house.source({ kind: 'push' });
});
afterAll(() => house.close());

const suite = shared('json-test-suite/test_parsing');
const files = suite.absent ? [] : readdirSync(suite.path).sort();
const bytesOf = (name: string) => readFileSync(join(suite.path, name));
const named = (letter: string) => files.filter(name => name.startsWith(`${letter}_`));

const pushed = async (name: string, contentType = 'application/json') => {
	const answer = await push({ body: bytesOf(name), contentType, source }, { ledger: house.ledger, now });
	if (answer.status !== 200) return { refused: true, rejected: [], ...answer.body };
	expect(answer.body.accepted).toBe(0);
	return { refused: false, code: null, message: null, rejected: answer.body.rejected };
};

/** What a file import says of a body: the sentence that refuses the whole file, or how many rows became what. */
const imported = async (name: string, as: string) => {
	try {
		const file = { stream: streamed(bytesOf(name), 1024), name: as, mapping: 'contract', source };
		return await importFile(file, { ledger: house.ledger, now });
	} catch (error) {
		return String((error as Error).message);
	}
};

describe.skipIf(suite.absent)('JSONTestSuite（缺少 ../shared/data/json-test-suite 时跳过）', () => {
	test('样本齐全', () => expect([named('y').length, named('n').length]).toEqual([95, 188]));

	test('95个有效的 JSON 都读得懂：不作为“不是 JSON”退回，逐条说明为何不是事件', async () => {
		for (const name of named('y')) {
			const answer = await pushed(name);
			expect([name, answer.refused]).toEqual([name, false]);
			for (const { code, message } of answer.rejected) {
				expect([name, code, message]).not.toEqual([name, 'not_json', message]);
				expect(message).toMatch(/\p{Script=Han}/u);
			}
		}
	});

	test('188个无效的 JSON 都以400退回并说明原因，账本不变，进程照常', async () => {
		const head = await house.ledger.head();
		for (const name of named('n')) {
			const answer = await pushed(name);
			expect([name, answer.refused, answer.code]).toEqual([name, true, expect.stringMatching(/^(not_json|not_utf8)$/)]);
			expect(answer.message).toMatch(/\p{Script=Han}.*。/u);
		}
		expect(await house.ledger.head()).toEqual(head);
	});

	test('逐行报送与文件导入：有效的读得懂，无效的成为拒收或者整份退回，都有原因', async () => {
		for (const name of named('y')) {
			const whole = await imported(name, 'a.json');
			if (typeof whole === 'string') expect([name, whole]).toEqual([name, expect.stringContaining('没有记录列表')]);
			else expect([name, whole.rejected]).toEqual([name, whole.rows]);
		}
		for (const name of named('n')) {
			expect([name, await imported(name, 'a.json')]).toEqual([name, expect.stringMatching(/\p{Script=Han}.*。/u)]);
			const lines = await imported(name, 'a.ndjson');
			// A line of a broken document may itself be sound JSON (a bare number): it is no event, and a reject all the same.
			if (typeof lines !== 'string') expect([name, lines.accepted, lines.rejected]).toEqual([name, 0, lines.rows]);
			await pushed(name, 'application/x-ndjson');
		}
		for (const name of named('i')) {
			expect([name, await pushed(name)]).toEqual([name, expect.anything()]);
			expect([name, await imported(name, 'a.json')]).toEqual([name, expect.anything()]);
		}
		for (const { raw, message } of await house.rejectsOf(source))
			expect([raw, message.length > 8]).toEqual([raw, true]);
	});
});
