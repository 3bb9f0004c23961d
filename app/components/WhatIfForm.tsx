import { Form } from '@remix-run/react';
import { Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import type { SlipData } from '#app/loaders/slip.server.ts';
import { parameterOf, policyFields } from '#app/words/policies.ts';
import type { PolicyField } from '#app/words/policy-entry.ts';
import { FieldInput } from './FieldInput.tsx';
import { PromiseInput } from './PromiseInput.tsx';
import { VersionPick } from './VersionPick.tsx';

/** Readings that concern whom and what figures count, never a clock. */
const figures: readonly PolicyField[] = ['otherOrgans', 'verticalBodies', 'countingUnit'];

const clocked = policyFields.flatMap(field => (field === 'promised' || figures.includes(field) ? [] : field));

/** The address of this slip with nothing supposed. */
export function slipWith(data: SlipData): string {
	const { case_id, run } = data;
	const { line, clock, run: n } = run;
	return linkTo(data, `/cases/${encodeURIComponent(case_id)}/slip`, { line, clock, run: n });
}

/** Any version and any readings together: the address alone decides, so a link shows the same; no script is needed. */
export function WhatIfForm({ data }: { data: SlipData }) {
	const { given, versions } = data.supposed;
	const [path = '', kept = ''] = slipWith(data).split('?');
	return (
		<details className="due-policy" open={Object.keys(given).length > 0}>
			<summary>自选口径，可同时改几项</summary>
			<Form method="get" action={`${path}#what-if`} key={JSON.stringify(given)} preventScrollReset>
				{[...new URLSearchParams(kept)].map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
				<div className="filters bare">
					<VersionPick versions={versions} chosen={given.policy} none="各计时所依据的版本" />
					{clocked.map(field => (
						<FieldInput key={field} field={field} value={given[parameterOf(field)] ?? ''} empty="按所选版本" />
					))}
					<PromiseInput clock={data.run.clock} given={given} />
					<span className="filter-ways">
						<Button type="primary" htmlType="submit">
							看结果
						</Button>
					</span>
				</div>
			</Form>
			<p className="note">
				留空的按所选版本；不设时刻的写 none。其他国家机关、垂直管理机关的统计和计件单位不改变任何计时，未列。
			</p>
		</details>
	);
}
