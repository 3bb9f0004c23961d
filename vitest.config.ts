import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		environment: 'node',
		env: { TZ: 'Asia/Shanghai' },
		globalSetup: ['test/postgres-setup.ts'],
		include: ['test/**/*.test.{ts,tsx}'],
		testTimeout: 240_000,
		hookTimeout: 240_000,
		expect: { poll: { timeout: 20_000 } },
		maxWorkers: 2,
	},
});
