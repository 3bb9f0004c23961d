import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Paired, pairsOf, type Side } from '#ingest/platforms/xroad-pairs.ts';
import { shared } from './house.ts';

type Told = Side & { messageId?: string | null; requestInTs: number };
type Clean = { client: Told | null; producer: Told | null; correctorStatus: string; matchingType: string };

const corrector = shared('xroad/corrector');
const fixture = <T>(name: string) => JSON.parse(readFileSync(join(corrector.path, `${name}.json`), 'utf8')) as T[];
const same = (record: Told) => `${record.messageId} ${record.requestInTs}`;

/** One line a call: which sides there are, and whether another may still come. */
const lines = ({ pairs, orphans }: Paired<Told>) =>
	[
		...pairs.map(({ client, producer }) => `${client.requestInTs} ${producer.requestInTs} done`),
		...orphans.map(({ record, side, lasting }) => {
			const times = side === 'client' ? `${record.requestInTs} -` : `- ${record.requestInTs}`;
			return `${times} ${lasting ? 'done' : 'processing'}`;
		}),
	].sort();
const expected = (clean: Clean[]) =>
	clean
		.map(each => `${each.client?.requestInTs ?? '-'} ${each.producer?.requestInTs ?? '-'} ${each.correctorStatus}`)
		.sort();

describe.skipIf(corrector.absent)('X-Road 官方校正样本（缺少 ../shared/data/xroad 时跳过）', () => {
	test.each<[string, string[], string]>([
		['第一批：成对的、只有一侧的', ['raw_messages_batch_1'], 'clean_data_batch_1'],
		['第二批补来另一侧', ['raw_messages_batch_1', 'raw_messages_batch_2'], 'clean_data_after_batch_2'],
		[
			'超时以后补来',
			['raw_messages_batch_1_timeout', 'raw_messages_batch_2_timeout'],
			'clean_data_after_batch_2_timeout',
		],
		['第三批', ['raw_messages_batch_3_before_run'], 'clean_data_batch_3'],
		['校正以后的原始记录', ['raw_messages_batch_3_after_run'], 'clean_data_batch_3'],
		['大小写不一', ['raw_messages_case_insensitive_enums'], 'clean_data_case_insensitive_enums'],
	])('%s', (_, raw, clean) => {
		const records = raw.flatMap(name => fixture<Told>(name));
		expect(lines(pairsOf(records, same))).toEqual(expected(fixture<Clean>(clean)));
		expect(lines(pairsOf(records.toReversed(), same))).toEqual(expected(fixture<Clean>(clean)));
	});

	test('重复的记录只留一条', () => {
		const { pairs, orphans, duplicates } = pairsOf(fixture<Told>('raw_messages_duplicates'), same);
		expect([pairs.length, orphans.length, duplicates.length]).toEqual([0, 3, 1]);
		const twice = fixture<Told>('raw_messages_batch_1');
		expect(pairsOf([...twice, ...twice], same).duplicates.length).toBe(twice.length);
	});
});

test('同一次调用靠请求编号认，不靠消息编号；没有请求编号的永远配不上', () => {
	const record = (securityServerType: string, xRequestId: string | undefined, messageId: string, requestInTs = 1) => ({
		securityServerType,
		xRequestId,
		messageId,
		requestInTs,
	});
	const records = [
		record('Client', 'x1', 'a'),
		record('Producer', 'x1', 'b'),
		record('Producer', 'x1', 'c'),
		record('Client', undefined, 'd'),
		record('Producer', undefined, 'd', 2),
		record('Producer', 'x2', 'a'),
	];
	const { pairs, orphans, duplicates } = pairsOf<Told>(records, same);
	expect(pairs.map(pair => [pair.client.messageId, pair.producer.messageId])).toEqual([['a', 'b']]);
	expect(orphans.map(({ side, lasting }) => [side, lasting])).toEqual([
		['client', true],
		['producer', true],
		['producer', false],
	]);
	expect(duplicates.map(each => each.messageId)).toEqual(['c']);
});
