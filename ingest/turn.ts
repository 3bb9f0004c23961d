import { FencedOff } from '#analytics/ledger/ledger.ts';
import { isPulled, type Source, type Sources } from '#analytics/ledger/sources.ts';
import { PlatformFault } from './connect/fault.ts';
import { fillOnce, type PullDeps, type Pulled, pullOnce } from './pull.ts';

/** Seconds between pulls of a healthy source that declares none. */
const EVERY = 30;
/** Waits after the first, second … failure in a row. */
const BACK_OFF_MS = [30_000, 60_000, 120_000, 300_000, 600_000];

/** Where turns tell what nobody sees on a page. */
type Log = { warn(fields: object, message: string): void; error(fields: object, message: string): void };

export type TurnDeps = PullDeps & { sources: Pick<Sources, 'release' | 'endBackFill'>; log: Log };

export type Claim = NonNullable<Awaited<ReturnType<Sources['claim']>>>;

type BackFillClaim = NonNullable<Awaited<ReturnType<Sources['claimBackFill']>>>;

/** Pulls a claimed source and gives it back with its outcome and when to come again. Never throws: a fault is in the answer. */
export async function runTurn({ source, cursor, fence, failures }: Claim, deps: TurnDeps): Promise<Pulled> {
	const startedAt = deps.now();
	const pulled = await told(source, cursor, deps, () => pullOnce(source, cursor, fence, deps));
	const error = reasonOf(pulled);
	await noted(source, deps, () => {
		const at = deps.now();
		const wait = error === null ? calmWait(source, pulled) : backOff(source.id, failures);
		const { accepted: count, pages, duplicates, rejected } = pulled;
		const run = { startedAt, pages, duplicates, rejected };
		return deps.sources.release(source.id, fence, { at, count, error, nextRunAt: at + wait, run });
	});
	return pulled;
}

/** One turn of a source's back-fill. Never throws. */
export async function runBackFillTurn({ source, backFill, fence }: BackFillClaim, deps: TurnDeps): Promise<Pulled> {
	const pulled = await told(source, backFill.position, deps, () => fillOnce(source, backFill, fence, deps));
	const fault = reasonOf(pulled);
	// Pages that went well began the failures anew.
	const failures = pulled.pages > 0 ? 0 : backFill.failures;
	await noted(source, deps, () => {
		const nextAt = deps.now() + backOff(source.id, failures);
		return deps.sources.endBackFill(backFill, fence, fault === null ? null : { fault, nextAt });
	});
	return pulled;
}

/** Why a turn ended early; a stop is no failure. */
function reasonOf({ fault }: Pulled): string | null {
	return fault && fault.code !== 'stopped' ? fault.message : null;
}

async function noted({ code }: Source, { log }: TurnDeps, note: () => Promise<void>): Promise<void> {
	try {
		await note();
	} catch (cause) {
		log.error({ source: code, err: cause }, '采集结果没有记下，租约到期后自动重来');
	}
}

async function told(
	source: Source,
	cursor: string | null,
	deps: TurnDeps,
	turn: () => Promise<Pulled>,
): Promise<Pulled> {
	try {
		return await turn();
	} catch (cause) {
		const fault = faultOf(cause);
		if (fault.code === 'internal') deps.log.error({ source: source.code, err: cause }, '采集时发生内部错误');
		else deps.log.warn({ source: source.code }, fault.message);
		return { pages: 0, accepted: 0, duplicates: 0, rejected: 0, cursor, more: true, fault };
	}
}

function faultOf(cause: unknown): PlatformFault {
	if (cause instanceof FencedOff) return new PlatformFault('stopped', '该来源已由另一采集进程接管。', { cause });
	const message = '采集时发生内部错误，本轮未完成，稍后自动重试；持续出现时请联系系统运维查看日志。';
	return new PlatformFault('internal', message, { cause });
}

/** No wait where the platform has more and the turn brought news, or was cut short; else the source's own rhythm. */
function calmWait({ connect }: Source, { more, accepted, rejected, fault }: Pulled): number {
	if (fault || (more && accepted + rejected > 0)) return 0;
	return 1000 * ((isPulled(connect) ? connect.every : undefined) ?? EVERY);
}

/** Shifted by up to a tenth by the source's id, so that platforms which failed together do not come back together. */
function backOff(sourceId: number, failures: number): number {
	const wait = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)] ?? 0;
	return Math.round(wait * (1 + (((sourceId * 7) % 21) - 10) / 100));
}
