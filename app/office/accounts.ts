import { asc, eq } from 'drizzle-orm';
import type { Db } from '#analytics/ledger/postgres.ts';
import type { Account } from './office.ts';
import { hashPassword } from './password.ts';
import { account } from './schema.ts';

/** What an account name may look like; anything else is nobody's name. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u;

/** An account's columns without the password. */
export const accountColumns = {
	id: account.id,
	name: account.name,
	title: account.title,
	role: account.role,
	department: account.department,
};

export function isAccountName(name: string): boolean {
	return NAME.test(name);
}

/** Adds an account. Throws where the name is taken or impossible, or the password too short. */
export async function createAccount(db: Db, given: Omit<Account, 'id'>, password: string): Promise<Account> {
	const { name, title, role, department } = given;
	if (!isAccountName(name)) {
		throw new Error(
			`账号“${name}”不能使用：应为 1 至 64 个文字、字母或数字，其中可有 . _ @ -，以文字、字母或数字开头。`,
		);
	}
	const hashed = await hashPassword(password);
	const row = { name, title, role, department, password: hashed };
	const [created] = await db.insert(account).values(row).onConflictDoNothing().returning(accountColumns);
	if (created === undefined) throw new Error(`账号“${name}”已存在，请换一个名称。`);
	return created;
}

/** Every account, in order of creation. */
export function listAccounts(db: Db): Promise<Account[]> {
	return db.select(accountColumns).from(account).orderBy(asc(account.id));
}

/** An account with its stored password hash; null where nobody has the name. */
export async function accountByName(db: Db, name: string): Promise<{ account: Account; password: string } | null> {
	const [row] = await db.select().from(account).where(eq(account.name, name));
	if (row === undefined) return null;
	const { password, ...found } = row;
	return { account: found, password };
}
