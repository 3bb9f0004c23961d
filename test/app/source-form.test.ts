import { expect, test } from 'vitest';
import { readSourceConfig } from '#analytics/ledger/source-config.ts';
import { configOf, readGiven } from '#app/sources/given.ts';

const base = { kind: 'http', name: '平台', code: 'p1', 'connect.url': 'http://platform/api' };

test.each([
	['page', 'first', { style: 'page', from: 'first' }],
	['offset', 'last', { style: 'offset', from: 'last' }],
	['link', 'first', { style: 'link', from: 'first' }],
	['', 'first', undefined],
])('登记表：翻页“%s”，新的数据“%s”', (style, from, paging) => {
	const form = new FormData();
	const told = { ...base, 'connect.paging.style': style, 'connect.paging.from': from };
	for (const [name, value] of Object.entries(told)) form.set(name, value);
	const { given, secrets } = readGiven(form);
	const { config, problems } = configOf(given, secrets);
	expect(problems).toEqual([]);
	expect(readSourceConfig(config).connect).toEqual({
		kind: 'http',
		url: 'http://platform/api',
		...(paging ? { paging } : {}),
	});
});
