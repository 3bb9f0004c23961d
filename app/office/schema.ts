import { bigint, index, integer, pgTable, serial, text } from 'drizzle-orm/pg-core';
import type { Role } from './office.ts';

/** Tables of what people configure here. Instants are bigint milliseconds; secrets are stored only as hashes. */
const whole = (name: string) => bigint(name, { mode: 'number' });

export const account = pgTable('account', {
	id: serial('id').primaryKey(),
	name: text('name').notNull().unique(),
	title: text('title').notNull(),
	role: text('role').$type<Role>().notNull(),
	/** Credit code of a liaison's department. */
	department: text('department'),
	/** argon2id, PHC string. */
	password: text('password').notNull(),
});

/** Wrong passwords per sign-in name, known or unknown alike, so that a lock-out does not tell which names exist. */
export const signIn = pgTable(
	'sign_in',
	{
		name: text('name').primaryKey(),
		failures: integer('failures').notNull(),
		lastAt: whole('last_at').notNull(),
		lockedUntil: whole('locked_until'),
	},
	t => [index('sign_in_last_at').on(t.lastAt)],
);

export const session = pgTable(
	'session',
	{
		/** sha-256 of the cookie's secret. */
		hash: text('hash').primaryKey(),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		expiresAt: whole('expires_at').notNull(),
	},
	t => [index('session_expires_at').on(t.expiresAt)],
);

/** Personal tokens for the API. */
export const token = pgTable('token', {
	/** sha-256 of the token. */
	hash: text('hash').primaryKey(),
	accountId: integer('account_id')
		.notNull()
		.references(() => account.id, { onDelete: 'cascade' }),
	createdAt: whole('created_at').notNull(),
});

export const setting = pgTable('setting', {
	key: text('key').primaryKey(),
	value: text('value').notNull(),
});
