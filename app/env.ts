import { resolve } from 'node:path';
import { z } from 'zod';
import { type Day, toDay } from '#analytics/law/day.ts';

/** Settings whose values hold passwords and are not repeated on the screen. */
const SECRET = ['DATABASE_URL', 'SESSION_SECRET'];
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

const variables = z.object({
	PORT: z
		.string()
		.refine(text => /^\d{1,5}$/.test(text) && Number(text) <= 65535, '应为 0–65535 的整数')
		.transform(Number)
		.default(3000),
	HOST: z.string().default('127.0.0.1'),
	DATA_DIR: z.string().default('./data'),
	DATABASE_URL: z
		.string()
		.refine(url => url === '' || /^postgres(ql)?:\/\//.test(url), '应为 postgres:// 开头的地址，或留空使用内嵌数据库')
		.default(''),
	ROLE: z
		.string()
		.transform(text => text.split(',').map(part => part.trim()))
		.refine(
			parts => parts.every(part => ['all', 'web', 'ingest'].includes(part)),
			'应为 all，或 web、ingest（可用逗号并列）',
		)
		.default(['all']),
	SESSION_SECRET: z.string().min(16, '至少 16 个字符').optional(),
	TODAY: z.string().refine(isCounted, '应为2000年至2040年之间、2026-11-21 形式的日期').optional(),
	SHUDU_SAMPLE: z.enum(['on', 'off'], '应为 on 或 off').optional(),
});

export type Env = {
	port: number;
	host: string;
	dataDir: string;
	databaseUrl: string;
	web: boolean;
	ingest: boolean;
	sessionSecret: string | null;
	/** The frozen day; null: the real one. */
	today: Day | null;
	/** null: on until the first real source exists. */
	sample: 'on' | 'off' | null;
	loopback: boolean;
};

/** A wrong setting: the message names it and says what it should be. */
export class WrongSetting extends Error {}

/** Reads the environment once. Throws WrongSetting. Empty values count as absent. */
export function readEnv(from: Record<string, string | undefined>): Env {
	const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined && value !== ''));
	const read = variables.safeParse(given);
	if (!read.success) {
		const wrong = read.error.issues[0];
		const name = String(wrong?.path[0] ?? '');
		const shown = SECRET.includes(name) ? '' : `“${given[name] ?? ''}”`;
		throw new WrongSetting(`环境变量 ${name} 的值${shown}不正确：${wrong?.message ?? ''}。`);
	}
	return checked(read.data);
}

function checked(read: z.output<typeof variables>): Env {
	const all = read.ROLE.includes('all');
	if (!all && read.DATABASE_URL === '') {
		throw new WrongSetting(
			'环境变量 ROLE 只有在 DATABASE_URL 指向数据库服务器时才能不是 all：内嵌数据库只能由一个进程使用。',
		);
	}
	return {
		port: read.PORT,
		host: read.HOST,
		dataDir: resolve(read.DATA_DIR),
		databaseUrl: read.DATABASE_URL,
		web: all || read.ROLE.includes('web'),
		ingest: all || read.ROLE.includes('ingest'),
		sessionSecret: read.SESSION_SECRET ?? null,
		today: read.TODAY ? toDay(read.TODAY) : null,
		sample: read.SHUDU_SAMPLE ?? null,
		loopback: LOOPBACK.includes(read.HOST),
	};
}

/** A day of the working-day table, which reaches from 2000 to 2040. */
function isCounted(text: string): boolean {
	try {
		const day = toDay(text);
		return day >= '2000-01-01' && day <= '2040-12-31';
	} catch {
		return false;
	}
}
