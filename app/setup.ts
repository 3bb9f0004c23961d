import { createHash, randomBytes } from 'node:crypto';
import type { House } from './context.ts';

const KEY = 'setup.secret';

/** The one line that `npm start` prints when it serves: the address, and how to sign in. */
export async function welcome(house: Pick<House, 'office' | 'sample'>, url: string): Promise<string> {
	if (house.sample) {
		return `数督已启动：${url} ，示例账号 supervisor（另有 leader、reporter、liaison、admin、auditor），口令 shudu-sample`;
	}
	const link = await administratorLink(house, url);
	return `数督已启动：${url} ，${link ? `请用一次性链接创建管理员：${link}` : '请用已有账号登录'}`;
}

/** A one-time link to create the administrator, while there is no account at all; null once there is one. */
async function administratorLink({ office }: Pick<House, 'office'>, url: string): Promise<string | null> {
	if ((await office.accounts()).length > 0) return null;
	const secret = randomBytes(24).toString('base64url');
	await office.setSetting(KEY, hashed(secret));
	return `${url}/setup?key=${secret}`;
}

/** True while the link's key is the one printed last and nobody has used it. */
export async function mayCreateAdministrator({ office }: Pick<House, 'office'>, key: string): Promise<boolean> {
	return (await office.accounts()).length === 0 && (await office.setting(KEY)) === hashed(key);
}

function hashed(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}
