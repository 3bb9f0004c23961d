import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name what_changes` writes the next migration into sql/office. */
export default defineConfig({
	dialect: 'postgresql',
	schema: [
		'./analytics/ledger/schema.ts',
		'./analytics/ledger/back-fill-schema.ts',
		'./analytics/ledger/upload-schema.ts',
		'./app/office/schema.ts',
	],
	out: './sql/office',
});
