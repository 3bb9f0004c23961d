import { type Day, type Instant, toDay } from '#analytics/law/day.ts';
import type { Source, SourceConfig } from '#analytics/ledger/sources.ts';
import type { House } from './context.ts';
import { type Env, WrongSetting } from './env.ts';
import type { Role } from './office/office.ts';

/** The six ready accounts of the sample city, all with the same known password: never on a public address. */
const samplePassword = 'shudu-sample';
const SEED = '809';
/** A live act a minute: enough to see the pages move, few enough for the months to keep their size. */
const TICK_MS = 60_000;
const ANCHOR = 'sample.anchor';

const people: { name: string; title: string; role: Role }[] = [
	{ name: 'leader', title: '局领导', role: 'leader' },
	{ name: 'supervisor', title: '监督处', role: 'supervisor' },
	{ name: 'reporter', title: '综合处', role: 'reporter' },
	{ name: 'liaison', title: '部门联络员', role: 'liaison' },
	{ name: 'admin', title: '系统管理员', role: 'admin' },
	{ name: 'auditor', title: '审计员', role: 'auditor' },
];

/** The sample city is shown until the first real source exists. Throws WrongSetting where SHUDU_SAMPLE contradicts the data folder. */
export function wantsSample(env: Env, sources: Source[]): boolean {
	const planted = sources.some(source => source.sample);
	const real = sources.some(source => !source.sample && source.code !== 'office');
	if (planted && env.sample === 'off') {
		throw new WrongSetting(
			`环境变量 SHUDU_SAMPLE 为 off，但数据目录 ${env.dataDir} 中是示例城市。请用 DATA_DIR 另指一个空目录。`,
		);
	}
	if (real && env.sample === 'on') {
		throw new WrongSetting(
			`环境变量 SHUDU_SAMPLE 为 on，但数据目录 ${env.dataDir} 中已有真实数据来源。请用 DATA_DIR 另指一个空目录，或去掉 SHUDU_SAMPLE。`,
		);
	}
	return !real && env.sample !== 'off';
}

/** The sample's passwords are known to everybody: loopback only. Throws WrongSetting. */
export function refuseMixing(env: Env): void {
	if (env.loopback && env.web && env.ingest) return;
	throw new WrongSetting(
		`示例城市的口令是公开的，只能在本机地址上运行（HOST 当前为 ${env.host}，ROLE 须为 all）。请设 HOST=127.0.0.1，或设 SHUDU_SAMPLE=off 接入真实数据来源。`,
	);
}

type City = { sources: SourceConfig[]; stop(): Promise<void> };
type StartPlatforms = (options: { seed: string; anchor: Day; now: () => Instant; tickMs: number }) => Promise<City>;

/** Starts the sample's platforms, and on the first start its sources and people; the liaison speaks for the department `liaisonOf`. */
export async function plantSample(
	{ office, sources, now, today }: Omit<House, 'nonce'>,
	startPlatforms: StartPlatforms,
	liaisonOf: string,
): Promise<City> {
	const known = await office.setting(ANCHOR);
	const anchor = known ? toDay(known) : today();
	const city = await startPlatforms({ seed: SEED, anchor, now, tickMs: TICK_MS });
	if (!known) {
		for (const person of people) {
			const department = person.role === 'liaison' ? liaisonOf : null;
			await office.createAccount({ ...person, department }, samplePassword);
		}
		await office.setSetting(ANCHOR, anchor);
	}
	for (const config of city.sources) {
		const planted = await sources.byCode(config.code);
		if (planted) await sources.reconnect(config.code, config.connect);
		else await sources.add(config);
	}
	return city;
}
