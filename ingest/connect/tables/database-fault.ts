import { PlatformFault } from '../fault.ts';

/** What the error codes of a database mean, where they mean something that a person can mend. */
type Meanings = { unauthorised: RegExp; wrong_table: RegExp; timeout: RegExp };

const UNREACHABLE = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|CONNECT_TIMEOUT)$/;

/** A driver's error as a fault, in Chinese; the database's own words come last where they can hold no secret. */
export function databaseFault(error: unknown, where: string, meanings: Meanings): PlatformFault {
	const code = codeOf(error);
	const words = error instanceof Error ? error.message : String(error);
	const cause = { cause: error };
	if (UNREACHABLE.test(code))
		return new PlatformFault(
			'unreachable',
			`连接不上数据库 ${where}（${code}），请核对地址、端口、网络和防火墙；稍后自动重试。`,
			cause,
		);
	if (meanings.unauthorised.test(code))
		return new PlatformFault('unauthorised', `数据库 ${where} 拒绝登录，请核对账号、口令、库名和登录权限。`, cause);
	if (meanings.wrong_table.test(code))
		return new PlatformFault(
			'wrong_table',
			`数据库 ${where} 不能读取该表，请核对表名、列名和账号权限。数据库的答复：${words}`,
			cause,
		);
	if (meanings.timeout.test(code))
		return new PlatformFault('timeout', `数据库 ${where} 的查询超时，请在排序列上建立索引，或者减小每页条数。`, cause);
	return new PlatformFault(
		'broken',
		`与数据库 ${where} 的通信中断${code ? `（${code}）` : ''}，本页未接收，稍后自动重试。`,
		cause,
	);
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}
