import { useOutletContext } from '@remix-run/react';
import type { Live } from '#app/live/useLive.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import { longDay } from '#app/words/format.ts';
import { knownWords } from '#app/words/knowledge.ts';
import { AskForm } from './AskForm.tsx';
import { CoverageNote } from './CoverageNote.tsx';
import { FrozenNote } from './FrozenNote.tsx';

type Props = { data: Framed; stock: boolean | string; always?: string };

/** Span, day, what is known, completeness, and whether the page moves by itself: the ground on which every figure below stands. */
export function AsOfBar({ data, stock, always }: Props) {
	return (
		<section className="as-of" aria-label="数据口径">
			<dl>
				<div>
					<dt>{stock || always ? '统计口径' : '统计区间'}</dt>
					<dd>{always ?? (stock === true ? '时点存量' : stock || data.period.label)}</dd>
				</div>
				<div>
					<dt>数据截至</dt>
					<dd>
						{longDay(data.as_of)}
						{data.as_of === data.today ? '（今日）' : ' 24时'}
					</dd>
				</div>
				{data.given.known === undefined ? null : (
					<div>
						<dt>所知</dt>
						<dd>{knownWords(data)}</dd>
					</div>
				)}
				<div>
					<dt>数据完整性</dt>
					<dd>
						<CoverageNote coverage={data.coverage} />
					</dd>
				</div>
				<div>
					<dt>刷新</dt>
					<dd>
						<LiveMark />
					</dd>
				</div>
			</dl>
			{always ? null : <AskForm data={data} stock={stock !== false} />}
			{data.frozen && !always ? <FrozenNote data={data} /> : null}
		</section>
	);
}

const words: Record<Live, string> = {
	connecting: '正在连接…',
	live: '实时',
	down: '连接已断开，正在重连…',
	frozen: '定格',
};

/** Whether the page renews itself. */
function LiveMark() {
	const live = useOutletContext<Live | undefined>() ?? 'connecting';
	return (
		<span className="live" data-live={live} role="status">
			{words[live]}
		</span>
	);
}
