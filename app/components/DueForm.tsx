import { Form } from '@remix-run/react';
import { Button } from 'antd';
import { clockNames, clocks } from '#analytics/law/clocks.ts';
import type { DueData } from '#app/loaders/due.server.ts';
import { clockWords } from '#app/words/zh.ts';
import { DuePolicy } from './DuePolicy.tsx';
import { VersionPick } from './VersionPick.tsx';

/** What the due day is asked for. Plain fields: the address alone decides, and no script is needed. */
export function DueForm({ data }: { data: DueData }) {
	const { given } = data;
	return (
		<Form method="get" action="/due" className="filters due-form" key={JSON.stringify(given)}>
			<label className="field">
				<span className="field-name">时限</span>
				<select name="clock" defaultValue={given.clock} className="native">
					{countable.map(clock => (
						<option key={clock} value={clock}>
							{clocks[clock].zh}（{limitOf(clock)}）
						</option>
					))}
				</select>
			</label>
			<label className="field">
				<span className="field-name">起算日</span>
				<input type="date" name="from" defaultValue={given.from?.slice(0, 10)} className="native" required />
			</label>
			<label className="field">
				<span className="field-name">时刻（可不填）</span>
				<input type="time" name="time" defaultValue={given.time} className="native" />
			</label>
			<label className="field">
				<span className="field-name">延期（工作日）</span>
				<input
					type="number"
					name="extended"
					min={0}
					max={10}
					step={1}
					inputMode="numeric"
					defaultValue={given.extended ?? '0'}
					className="native"
				/>
			</label>
			<Versions data={data} />
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					试算
				</Button>
			</span>
			<DuePolicy given={given} />
			<p className="note due-hint">
				以北京时间的日期为准；当日何时收到，只在口径设有收到的截止时刻时才影响到期日。可延期的时限：
				{clockNames
					.flatMap(clock => {
						const { zh, extension } = clocks[clock];
						return extension === null ? [] : [`${zh}至多${extension.max}个工作日`];
					})
					.join('，')}
				；其余时限没有延期的规定。
			</p>
		</Form>
	);
}

function Versions({ data: { given, versions, regions } }: { data: DueData }) {
	return (
		<>
			<VersionPick versions={versions} chosen={given.policy} none="起算日施行的版本" />
			{regions.length === 0 ? null : (
				<label className="field">
					<span className="field-name">适用地区</span>
					<select name="region" defaultValue={given.region ?? ''} className="native">
						<option value="">全国</option>
						{regions.map(({ code, name }) => (
							<option key={code} value={code}>
								{name}
							</option>
						))}
					</select>
				</label>
			)}
		</>
	);
}

/** Clocks with a period of their own: a limit that only an act sets cannot be tried out. */
const countable = clockNames.filter(clock => {
	const { workdays, years, hours } = clocks[clock];
	return workdays !== null || years !== null || hours !== null;
});

function limitOf(clock: (typeof clockNames)[number]): string {
	const words = clockWords(clock);
	return `${words?.limit}${words?.local ? '，非法定' : ''}`;
}
