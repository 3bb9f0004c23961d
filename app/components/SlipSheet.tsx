import type { ReactNode } from 'react';
import type { SlipData } from '#app/loaders/slip.server.ts';
import { count, longDay, longInstant } from '#app/words/format.ts';
import { materialsRules } from '#app/words/slip.ts';
import { MonthCalendar } from './MonthCalendar.tsx';
import { SlipFacts } from './SlipFacts.tsx';
import { StepList } from './StepList.tsx';
import { usePrintTime } from './usePrintTime.ts';

/** 计时说明 as one sheet of A4: whose clock, why this due day, every day of it, and on what that rests. */
export function SlipSheet({ data }: { data: SlipData }) {
	const { run, late_days, as_of } = data;
	return (
		<article className="sheet" aria-labelledby="sheet-title">
			<header className="sheet-head">
				<h1 id="sheet-title">计时说明</h1>
				{data.sample ? <p className="sheet-sample">示例数据，不作为依据</p> : null}
			</header>
			<SlipFacts data={data} />
			<Part title="一、期限与起算">
				<p>
					《政务数据共享条例》{run.slip.article}：“{run.slip.says}”。
				</p>
				<p>
					起算事件：{data.start.title}（{data.start.eventId}）
					{data.start.at === null ? '' : `，${longInstant(data.start.at, data.start.dayOnly)}`}。{data.start.text}
					<span className="basis">依据：{data.start.basis}</span>
				</p>
			</Part>
			<Part title="二、逐日计数">
				<MonthCalendar steps={run.slip.steps} late={late_days} asOf={as_of} />
			</Part>
			<Part title="三、计时经过">
				<StepList steps={run.slip.steps} beside="calendar" late={late_days} asOf={as_of} />
			</Part>
			{run.defects.length > 0 ? (
				<Part title="四、不规范情形">
					<ul className="defects">
						{run.defects.map(defect => (
							<li key={defect}>{defect}</li>
						))}
					</ul>
				</Part>
			) : null}
			<Ground data={data} />
			<footer className="sign">
				<span>经办人：</span>
				<span>复核人：</span>
				<span>日期：</span>
			</footer>
		</article>
	);
}

function Part({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className="part">
			<h2>{title}</h2>
			{children}
		</section>
	);
}

function Ground({ data }: { data: SlipData }) {
	const { policy, known, calendar, as_of, made_at, run } = data;
	const printedAt = usePrintTime(made_at);
	const { name, meaning } = materialsRules[policy.materials];
	return (
		<Part title={run.defects.length > 0 ? '五、口径与版本' : '四、口径与版本'}>
			<p>
				数据截至{longDay(as_of)}24时，账本第{count(known)}条；工作日历版本{calendar}；口径版本
				{longDay(policy.effective)}
				起施行（{policy.ground}）。
				{run.clock.startsWith('reply.')
					? `告知补正：${name}，${meaning}；告知后${policy.lapseAfter}个工作日未补正的，补正逾期中止。`
					: ''}
				{run.clock === 'delivery' ? `验收异议期限：${policy.rejectionWithin}个工作日。` : ''}
				是否有正当理由由人认定，本说明只计算期限。
			</p>
			<p>打印时间：{longInstant(printedAt)}。以同一截至日和账本位置查询本事项，可得到同一结果。</p>
		</Part>
	);
}
