import { describe, test } from 'vitest';
import { compareAll } from './oracle/compare.ts';
import { catalogue, correction, records } from './oracle/matters.ts';
import { catalogueSides, correctionSides, retentionSides } from './oracle/sides.ts';

describe('逐日数手指的第二意见，各种口径：两份测试对照 1,000,000 个随机事项，无差异', () => {
	test('目录更新与审核：300,000 个随机事由', () => compareAll(300_000, catalogue, catalogueSides));
	test('校核：150,000 个随机校核申请', () => compareAll(150_000, correction, correctionSides));
	test('保存：50,000 份随机使用记录', () => compareAll(50_000, records, retentionSides));
});
