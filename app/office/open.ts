import { eq } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import type { Db, Postgres } from '#analytics/ledger/postgres.ts';
import { createAccount, listAccounts } from './accounts.ts';
import type { Office } from './office.ts';
import { setting } from './schema.ts';
import { closeSession, createToken, openSession, sessionAccount, tokenAccount } from './sessions.ts';
import { forgetOldTries, lockedUntil, verify } from './sign-in.ts';

/** The office on an open PostgreSQL; `now` is the clock that sign-in locks run on. */
export function openOffice({ db }: Pick<Postgres, 'db'>, now: () => Instant = Date.now): Office {
	return {
		createAccount: (account, password) => createAccount(db, account, password),
		accounts: () => listAccounts(db),
		verify: (name, password) => verify(db, name, password, now()),
		lockedUntil: name => lockedUntil(db, name, now()),
		async openSession(accountId, at) {
			await forgetOldTries(db, now());
			return openSession(db, accountId, at);
		},
		sessionAccount: (secret, at) => sessionAccount(db, secret, at),
		closeSession: secret => closeSession(db, secret),
		createToken: (accountName, at) => createToken(db, accountName, at),
		tokenAccount: secret => tokenAccount(db, secret),
		setting: key => readSetting(db, key),
		setSetting: (key, value) => writeSetting(db, key, value),
	};
}

async function readSetting(db: Db, key: string): Promise<string | null> {
	const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
	return row?.value ?? null;
}

async function writeSetting(db: Db, key: string, value: string): Promise<void> {
	await db.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}
