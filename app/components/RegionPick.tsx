import { Form } from '@remix-run/react';
import { Button } from 'antd';
import type { RegionChoice } from '#app/loaders/calendars.server.ts';

type Props = { data: { region: string; regions: RegionChoice[]; given: Record<string, string | undefined> } };

/** Which region's calendar is shown, where some have days of their own. */
export function RegionPick({ data }: Props) {
	return (
		<Form method="get" className="filters bare" key={data.region}>
			{Object.entries(data.given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<label className="field">
				<span className="field-name">适用地区</span>
				<select name="region" defaultValue={data.region} className="native">
					{data.regions.map(({ value, name }) => (
						<option key={value} value={value}>
							{name}
						</option>
					))}
				</select>
			</label>
			<span className="filter-ways">
				<Button htmlType="submit">查看</Button>
			</span>
		</Form>
	);
}
