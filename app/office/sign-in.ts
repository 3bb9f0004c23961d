import { eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import type { Db } from '#analytics/ledger/postgres.ts';
import { accountByName, isAccountName } from './accounts.ts';
import type { Account } from './office.ts';
import { passwordFits } from './password.ts';
import { signIn } from './schema.ts';

/** Wrong passwords in a row before a name is locked. */
const TRIES = 5;
/** How long it stays locked, and how long wrong passwords are remembered. */
const LOCK = 15 * 60_000;

/**
 * The account when the password fits; null for a wrong password, an unknown name and a locked one, all in the same time.
 * The try is counted before the password is looked at, so that many tries at once are no way round the lock.
 */
export async function verify(db: Db, name: string, password: string, now: Instant): Promise<Account | null> {
	const known = isAccountName(name);
	const admitted = known && (await countTry(db, name, now));
	const found = known ? await accountByName(db, name) : null;
	const fits = await passwordFits(found?.password ?? null, password);
	if (!admitted || !fits || found === null) return null;
	await db.delete(signIn).where(eq(signIn.name, name));
	return found.account;
}

/** Until when a name is locked; null: it is not. Unknown names lock as well, so the answer does not tell who exists. */
export async function lockedUntil(db: Db, name: string, now: Instant): Promise<Instant | null> {
	if (!isAccountName(name)) return null;
	const [row] = await db.select({ until: signIn.lockedUntil }).from(signIn).where(eq(signIn.name, name));
	return row?.until != null && row.until > now ? row.until : null;
}

/** Forgets tries that no longer count. */
export async function forgetOldTries(db: Db, now: Instant): Promise<void> {
	await db.delete(signIn).where(lt(signIn.lastAt, now - LOCK));
}

/** Counts a try; false while the name is locked. One statement, so concurrent tries count one after the other. */
async function countTry(db: Db, name: string, now: Instant): Promise<boolean> {
	const startsAnew = or(gt(signIn.lockedUntil, 0), lte(signIn.lastAt, now - LOCK));
	const failures = sql<number>`case when ${startsAnew} then 1 else ${signIn.failures} + 1 end`;
	const counted = await db
		.insert(signIn)
		.values({ name, failures: 1, lastAt: now, lockedUntil: null })
		.onConflictDoUpdate({
			target: signIn.name,
			set: {
				failures,
				lastAt: now,
				lockedUntil: sql`case when ${failures} >= ${TRIES} then cast(${now + LOCK} as bigint) end`,
			},
			setWhere: or(isNull(signIn.lockedUntil), lte(signIn.lockedUntil, now)),
		})
		.returning({ name: signIn.name });
	return counted.length === 1;
}
