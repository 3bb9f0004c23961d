import { type Measured, WARM_UP } from '#analytics/bench/measured.ts';
import { type Call, type FreeCommand, type Outcome, WrongCall } from './command.ts';

const CASES = 50_000;

/** Measures what the engine costs on this machine; each figure is the middle one of five, beside its limit. */
export const bench: FreeCommand = {
	usage: 'bench [--cases 50000] | bench --backfill 1000000 [--over http|postgres]',
	async run(call): Promise<Outcome> {
		if (call.options.backfill !== undefined) {
			const { benchBackFill } = await import('./bench-back-fill.ts');
			return benchBackFill(wholeOf(call, 'backfill', CASES), call.options.over ?? 'http');
		}
		const cases = wholeOf(call, 'cases', CASES);
		// Loaded here, so that no other verb waits for the databases' code.
		const { benchFold, FOLD_LIMIT } = await import('#analytics/bench/fold.ts');
		const found = await benchFold(cases);
		const clocked = found[1]?.median ?? 0;
		const ratio = clocked / FOLD_LIMIT;
		const lines = [
			`${cases.toLocaleString('zh-CN')} 个事项，${found[0]?.count.toLocaleString('zh-CN')} 条事件；每项预热 ${WARM_UP} 次不计，再测 5 次，取中位数（最低至最高），单线程，条/秒（处理器时间）`,
			...found.map(line),
		];
		const kept = ratio >= 1 ? '达到' : '未达到';
		const result = `折叠并计时为限值（每秒 ${FOLD_LIMIT.toLocaleString('zh-CN')} 条）的 ${ratio.toFixed(2)} 倍：${kept}`;
		return { lines, result, data: { cases, limit: FOLD_LIMIT, ratio, measured: found }, failed: ratio < 1 };
	},
};

function line({ name, median, least, most }: Measured): string {
	const whole = (rate: number) => Math.round(rate).toLocaleString('zh-CN');
	return `${name}：${whole(median)}（${whole(least)} 至 ${whole(most)}）`;
}

function wholeOf({ options }: Call, name: 'cases' | 'backfill', missing: number): number {
	const given = options[name] ?? String(missing);
	const whole = Number(given);
	if (Number.isInteger(whole) && whole >= 100 && whole <= 1_000_000) return whole;
	throw new WrongCall(`--${name} 应为 100 至 1000000 的整数，收到的是 ${given}`);
}
