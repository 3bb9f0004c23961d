import type { ReadableStream } from 'node:stream/web';
import type { HttpConnect } from '#analytics/ledger/connect.ts';
import { decodeUtf8, parseJson } from '../json.ts';
import { PlatformFault } from './fault.ts';
import { introduced } from './introduced.ts';

/** Bytes of the largest page, counted after decompression. */
const MOST = 16 * 1024 * 1024;

const TIMEOUT_MS = 20_000;

/** `timeoutMs` covers the whole page, from connecting to the last byte; `signal` ends the wait early (fault `stopped`). */
export type Patience = { timeoutMs?: number; signal?: AbortSignal };

/** What a platform answered: its JSON, and its Link header. */
export type Answer = { json: unknown; link: string | null };

/** Asks a platform: GET with who we are, JSON back. Throws PlatformFault; redirects are refused. */
export async function ask(connect: HttpConnect, asked: URL, patience: Patience = {}): Promise<Answer> {
	const { timeoutMs = TIMEOUT_MS, signal } = patience;
	const timeout = AbortSignal.timeout(timeoutMs);
	const { url, headers } = introduced(connect, asked);
	try {
		const response = await fetch(url, {
			headers: { accept: 'application/json', ...headers },
			redirect: 'manual',
			signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
		});
		return { json: await jsonOf(response), link: response.headers.get('link') };
	} catch (error) {
		if (error instanceof PlatformFault) throw error;
		if (signal?.aborted) throw new PlatformFault('stopped', '采集已停止。');
		if (timeout.aborted)
			throw new PlatformFault('timeout', `平台在 ${timeoutMs / 1000} 秒内没有答复完毕，稍后自动重试。`);
		throw connectionFault(error, connect);
	}
}

async function jsonOf(response: Response): Promise<unknown> {
	const fault = statusFault(response.status);
	if (fault) {
		await response.body?.cancel();
		throw fault;
	}
	const text = decodeUtf8(await bytesOf(response));
	if (text === null) throw new PlatformFault('not_utf8', '平台的答复不是 UTF-8 编码，请平台改用 UTF-8。');
	const parsed = parseJson(text);
	if (parsed) return parsed.value;
	if (response.headers.get('content-type')?.includes('html') || text.trimStart().startsWith('<')) {
		throw new PlatformFault('html', '平台返回的是网页而不是数据（可能是登录页或错误页），请核对接口地址和访问令牌。');
	}
	throw new PlatformFault('not_json', '平台的答复不是完整的 JSON（可能在传输中被截断），本页未接收，稍后自动重试。');
}

function statusFault(status: number): PlatformFault | null {
	if (status >= 200 && status < 300) return null;
	if (status === 401 || status === 403) {
		return new PlatformFault('unauthorised', `平台拒绝访问（HTTP ${status}），请更新该来源的访问令牌或者密钥。`);
	}
	if (status >= 300 && status < 400) {
		return new PlatformFault(
			'redirect',
			`平台要求跳转到其他地址（HTTP ${status}）。为防令牌外泄不予跟随，请把来源地址改为最终地址。`,
		);
	}
	return new PlatformFault('http_status', `平台答复 HTTP ${status}，稍后自动重试；持续出现时请联系平台运维。`);
}

async function bytesOf(response: Response): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	// Leaving the loop by an exception cancels the body, so no more of it is read.
	for await (const chunk of (response.body as ReadableStream<Uint8Array> | null) ?? []) {
		size += chunk.byteLength;
		if (size > MOST) {
			throw new PlatformFault(
				'too_large',
				'平台的一页数据超过 16 MiB，本页未接收。请在来源配置中减小 pageSize，或请平台减小每页条数。',
			);
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function connectionFault(error: unknown, connect: HttpConnect): PlatformFault {
	const { origin } = new URL(connect.url);
	const code = codeOf(error);
	const unreachable = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(
		code,
	);
	return unreachable
		? new PlatformFault('unreachable', `连接不上平台 ${origin}（${code}），请核对地址、网络和防火墙；稍后自动重试。`, {
				cause: error,
			})
		: new PlatformFault(
				'broken',
				`与平台 ${origin} 的通信中断${code ? `（${code}）` : ''}，本页未接收，稍后自动重试。`,
				{ cause: error },
			);
}

function codeOf(error: unknown): string {
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
