import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { styled } from '#app/styled.server.ts';

const page = '<html><head><title>数督</title></head><body>共1条</body></html>';
const whole = '<html><head><title>数督</title><style>a</style></head><body>共1条</body></html>';

async function sent(parts: Uint8Array[]): Promise<string> {
	const stream = styled(() => '<style>a</style>');
	for (const part of parts) stream.write(part);
	stream.end();
	return text(stream);
}

describe('页面送出时', () => {
	test('无论在哪里断开，样式都在</head>之前，只有一份', async () => {
		const bytes = Buffer.from(page);
		for (let at = 0; at <= bytes.length; at++) {
			expect(await sent([bytes.subarray(0, at), bytes.subarray(at)])).toBe(whole);
		}
	});

	test('缓冲区末尾留下的空字节不送出', async () => {
		const bytes = Buffer.from(page);
		const cut = bytes.indexOf('条');
		expect(await sent([Buffer.concat([bytes.subarray(0, cut), Buffer.alloc(2)]), bytes.subarray(cut)])).toBe(whole);
	});

	test('没有</head>的内容原样送出', async () => {
		expect(await sent([Buffer.from('数'), Buffer.from('督')])).toBe('数督');
	});
});
