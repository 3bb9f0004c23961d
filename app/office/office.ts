import type { Instant } from '#analytics/law/day.ts';

export const roles = ['leader', 'supervisor', 'reporter', 'liaison', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

export type Account = {
	id: number;
	name: string;
	/** Shown on screen. */
	title: string;
	role: Role;
	/** Credit code of the liaison's department; null for the authority's own people. */
	department: string | null;
};

/** What people configure here: accounts, sessions, personal tokens, settings. In PostgreSQL, beside the ledger. */
export type Office = {
	createAccount(account: Omit<Account, 'id'>, password: string): Promise<Account>;
	accounts(): Promise<Account[]>;
	/** The account when the password fits; null otherwise (same time for unknown names), and for 15 minutes after five wrong passwords. */
	verify(name: string, password: string): Promise<Account | null>;
	/** Until when a name, known or not, is locked after too many wrong passwords; null: not locked. */
	lockedUntil(name: string): Promise<Instant | null>;
	/** Opens a session; returns the secret for the cookie (stored hashed). */
	openSession(accountId: number, now: Instant): Promise<string>;
	sessionAccount(secret: string, now: Instant): Promise<Account | null>;
	closeSession(secret: string): Promise<void>;
	/** A personal token for the API (shown once, stored hashed). */
	createToken(accountName: string, now: Instant): Promise<string>;
	tokenAccount(token: string): Promise<Account | null>;
	setting(key: string): Promise<string | null>;
	setSetting(key: string, value: string): Promise<void>;
};
