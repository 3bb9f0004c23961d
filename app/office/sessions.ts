import { randomBytes } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import type { Db } from '#analytics/ledger/postgres.ts';
import { hashToken, mintToken } from '#analytics/ledger/token.ts';
import { accountByName, accountColumns } from './accounts.ts';
import type { Account } from './office.ts';
import { account, session, token } from './schema.ts';

/** A session ends twelve hours after it began, used or not. */
const LASTS = 12 * 3_600_000;

/** Opens a session and clears away those that have ended; returns the cookie's secret. */
export async function openSession(db: Db, accountId: number, now: Instant): Promise<string> {
	const secret = randomBytes(32).toString('base64url');
	await db.delete(session).where(lte(session.expiresAt, now));
	await db.insert(session).values({ hash: hashToken(secret), accountId, expiresAt: now + LASTS });
	return secret;
}

/** Whose session it is; null where there is none, or it has ended. */
export async function sessionAccount(db: Db, secret: string, now: Instant): Promise<Account | null> {
	const [found] = await db
		.select(accountColumns)
		.from(session)
		.innerJoin(account, eq(account.id, session.accountId))
		.where(and(eq(session.hash, hashToken(secret)), gt(session.expiresAt, now)));
	return found ?? null;
}

export async function closeSession(db: Db, secret: string): Promise<void> {
	await db.delete(session).where(eq(session.hash, hashToken(secret)));
}

/** A personal token for the API. Throws where nobody has the name. */
export async function createToken(db: Db, accountName: string, now: Instant): Promise<string> {
	const owner = await accountByName(db, accountName);
	if (owner === null) throw new Error(`没有账号“${accountName}”，请先用 user add 添加。`);
	const minted = mintToken('personal');
	await db.insert(token).values({ hash: minted.hash, accountId: owner.account.id, createdAt: now });
	return minted.token;
}

/** Whose personal token it is; null for an unknown one. */
export async function tokenAccount(db: Db, secret: string): Promise<Account | null> {
	const [found] = await db
		.select(accountColumns)
		.from(token)
		.innerJoin(account, eq(account.id, token.accountId))
		.where(eq(token.hash, hashToken(secret)));
	return found ?? null;
}
