import { Form, Link, useLocation, useOutletContext } from '@remix-run/react';
import { Button } from 'antd';
import type { Live } from '#app/live/useLive.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import { count, longDay } from '#app/words/format.ts';
import { CoverageNote } from './CoverageNote.tsx';
import { DayField, PickField } from './fields.tsx';
import { periodChoices } from './periods.ts';

/** Span, day, completeness, and whether the page moves by itself: the ground on which every figure below stands. */
export function AsOfBar({ data, stock, always }: { data: Framed; stock: boolean; always?: string }) {
	return (
		<section className="as-of" aria-label="数据口径">
			<dl>
				<div>
					<dt>{stock || always ? '统计口径' : '统计区间'}</dt>
					<dd>{always ?? (stock ? '时点存量' : data.period.label)}</dd>
				</div>
				<div>
					<dt>数据截至</dt>
					<dd>
						{longDay(data.as_of)}
						{data.as_of === data.today ? '（今日）' : ' 24时'}
						{data.given.known === undefined ? null : `，数据版本${count(data.known)}`}
						{data.forecast ? <em>推算：假定此后不再办理</em> : null}
					</dd>
				</div>
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
			{always ? null : <Ask data={data} stock={stock} />}
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

/** Another span or day for the same page; all other conditions of the address stay. */
function Ask({ data, stock }: { data: Framed; stock: boolean }) {
	const { pathname, search } = useLocation();
	const kept = [...new URLSearchParams(search)].filter(
		([name]) => !['period', 'as_of', 'known', 'page'].includes(name),
	);
	const back = new URLSearchParams(kept);
	if (data.given.period) back.set('period', data.given.period);
	return (
		<Form method="get" className="ask" key={search}>
			{kept.map(([name, value], at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: hidden fields never move.
				<input key={at} type="hidden" name={name} value={value} />
			))}
			{stock ? (
				<input type="hidden" name="period" value={data.given.period ?? ''} />
			) : (
				<PickField
					name="period"
					label="统计区间"
					value={data.given.period ?? ''}
					choices={periodChoices(
						data.today,
						data.given.period ? { value: data.given.period, name: data.period.label } : null,
					)}
				/>
			)}
			<DayField name="as_of" label="截至日期" value={data.given.as_of ?? null} placeholder="今日" />
			<Button htmlType="submit">查看</Button>
			{data.frozen ? (
				<Link className="back-live" to={`${pathname}${back.size > 0 ? `?${back}` : ''}`}>
					回到今日
				</Link>
			) : null}
		</Form>
	);
}
