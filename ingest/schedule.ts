import { isPulled, type Source, type Sources } from '#analytics/ledger/sources.ts';
import type { Pulled } from './pull.ts';
import { runBackFillTurn, runTurn, type TurnDeps } from './turn.ts';

/** Sources pulled at the same time: enough that a few platforms which do not answer leave places for the others. */
const AT_ONCE = 8;
/** Of these, turns of back-fills: what is new is more urgent than what is old. */
const BACK_FILLS = 2;
/** Longer than the longest turn: 15 s of pages, a last page of 30 s with the wait before it, its transaction. */
const LEASE_MS = 180_000;

export type ScheduleDeps = Omit<TurnDeps, 'sources' | 'signal'> & {
	sources: Pick<Sources, 'claim' | 'release' | 'byCode' | 'claimBackFill' | 'endBackFill'>;
	/** After every turn, when its outcome stands on the sources page. */
	onPulled?: (code: string) => void;
	/** Milliseconds between two looks for sources that are due. */
	tickMs?: number;
};

export type Schedule = {
	/** Starts nothing new, ends waits on the network, and resolves when the last transaction is done. */
	stop(): Promise<void>;
	/** Pulls a source at once, due or not, until its platform has no more or fails. Throws where it cannot be pulled. */
	pullNow(code: string): Promise<Pulled>;
};

/**
 * Pulls every due source for ever: one lease per turn, at most eight turns at once. A turn is bounded in pages and time, so
 * a platform that hangs, lies or never ends holds up nobody else; where more pages remain the next turn follows at once.
 * A failing source comes back after 30 s, then 1, 2, 5, 10 minutes. Back-fills go on beside, two at once, under the same
 * leases: a source is never read twice at once, and who has waited longest is next.
 */
export function startSchedule(deps: ScheduleDeps): Schedule {
	const turns = new Turns(deps);
	const loop = turns.run();
	return {
		stop: async () => {
			turns.halt();
			await loop;
			await turns.idle();
		},
		pullNow: code => turns.pullNow(code),
	};
}

/** Held as an object, since a promise of a promise cannot be waited for in two steps. */
type Turn = { pulled: Promise<Pulled>; backFill: boolean };

class Turns {
	readonly #deps: ScheduleDeps;
	readonly #halt = new AbortController();
	readonly #running = new Map<number, Turn>();
	#claiming: Promise<unknown> = Promise.resolve();
	/** Sources that somebody wants pulled at once: back-fills stand back for them. */
	#wanted = 0;
	#wake: () => void = () => {};

	constructor(deps: ScheduleDeps) {
		this.#deps = deps;
	}

	async run(): Promise<void> {
		while (!this.#halt.signal.aborted) {
			if (this.#running.size >= AT_ONCE || !(await this.#beginNext())) await this.#pause();
		}
	}

	halt(): void {
		this.#halt.abort();
		this.#wake();
	}

	async idle(): Promise<void> {
		await this.#claiming;
		await Promise.all([...this.#running.values()].map(turn => turn.pulled));
	}

	async pullNow(code: string): Promise<Pulled> {
		const source = await this.#deps.sources.byCode(code);
		if (!source) throw new Error(`没有代码为“${code}”的数据来源。`);
		if (!isPulled(source.connect)) throw new Error(`来源“${source.name}”不是定时拉取的，无需采集。`);
		if (source.paused) throw new Error(`来源“${source.name}”已暂停，请先恢复再采集。`);
		this.#wanted++;
		try {
			// A turn under way may have asked before the news was there.
			await this.#running.get(source.id)?.pulled;
			let all = await this.#turnOf(source.id, source.name);
			while (all.more && !all.fault) all = sum(all, await this.#turnOf(source.id, source.name));
			return all;
		} finally {
			this.#wanted--;
		}
	}

	async #turnOf(id: number, name: string): Promise<Pulled> {
		// The second try is for a turn that ended between the claim and the look at what runs here; the third for a back-fill's.
		for (const _ of [1, 2, 3]) {
			const turn = (await this.#begin(() => this.#claim(id))) ?? this.#running.get(id);
			if (turn?.backFill) await turn.pulled;
			else if (turn) return turn.pulled;
		}
		throw new Error(this.#halt.signal.aborted ? '采集已停止。' : `来源“${name}”正由另一采集进程采集，请稍后再试。`);
	}

	/** What is due, and, where few are under way, a back-fill's next turn; false where there was neither. */
	async #beginNext(): Promise<boolean> {
		try {
			const pulled = await this.#begin(() => this.#claim());
			const filling = [...this.#running.values()].filter(turn => turn.backFill).length;
			if (filling >= BACK_FILLS || this.#wanted > 0) return pulled !== null;
			const filled = await this.#begin(() => this.#claimBackFill());
			return pulled !== null || filled !== null;
		} catch (error) {
			this.#deps.log.error({ err: error }, '无法领取待采集的来源，稍后自动重试');
			return false;
		}
	}

	/** Claims and starts, one claim after another, so that what is claimed here is always among what runs here. */
	#begin(claim: () => Promise<Turn | null>): Promise<Turn | null> {
		const begun = this.#claiming.then(() => (this.#halt.signal.aborted ? null : claim()));
		this.#claiming = begun.catch(() => null);
		return begun;
	}

	async #claim(only?: number): Promise<Turn | null> {
		const claim = await this.#deps.sources.claim(this.#deps.now(), LEASE_MS, only);
		return claim && this.#run(claim.source, false, deps => runTurn(claim, deps));
	}

	async #claimBackFill(): Promise<Turn | null> {
		const claim = await this.#deps.sources.claimBackFill(this.#deps.now(), LEASE_MS);
		return claim && this.#run(claim.source, true, deps => runBackFillTurn(claim, deps));
	}

	#run({ id, code }: Source, backFill: boolean, turn: (deps: TurnDeps) => Promise<Pulled>): Turn {
		const pulled = turn({ ...this.#deps, signal: this.#halt.signal }).finally(() => {
			this.#running.delete(id);
			this.#wake();
			this.#deps.onPulled?.(code);
		});
		const begun = { pulled, backFill };
		this.#running.set(id, begun);
		return begun;
	}

	#pause(): Promise<void> {
		return new Promise(resolve => {
			const timer = setTimeout(resolve, this.#deps.tickMs ?? 1000);
			this.#wake = () => {
				clearTimeout(timer);
				resolve();
			};
			if (this.#halt.signal.aborted) this.#wake();
		});
	}
}

function sum(a: Pulled, b: Pulled): Pulled {
	return {
		...b,
		pages: a.pages + b.pages,
		accepted: a.accepted + b.accepted,
		duplicates: a.duplicates + b.duplicates,
		rejected: a.rejected + b.rejected,
	};
}
