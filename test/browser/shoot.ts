import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const screens = join(import.meta.dirname, '..', 'screens');

/** Keeps the whole page as a desk and a telephone show it, and leaves it at a desk's width. */
export async function shoot(page: Page, name: string): Promise<void> {
	mkdirSync(screens, { recursive: true });
	for (const [width, device] of [
		[1440, 'desk'],
		[390, 'phone'],
	] as const) {
		await page.setViewportSize({ width, height: 900 });
		await page.screenshot({ path: join(screens, `${name}-${device}.png`), fullPage: true });
	}
	await page.setViewportSize({ width: 1440, height: 900 });
}
