import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Draft } from '#app/policies/draft.ts';
import { longDay } from '#app/words/format.ts';
import { policyFields } from '#app/words/policies.ts';
import { Labelled } from './Labelled.tsx';
import { Panel } from './Page.tsx';
import { PolicyControl } from './PolicyControl.tsx';
import { Wrong } from './Wrong.tsx';

/** The form of a new version: when it takes effect and on what it rests, then every reading, preset from the version in force. */
export function PolicyForm({ draft }: { draft: Draft }) {
	const { shown, base, since, problems, notice } = draft;
	const busy = useNavigation().state !== 'idle';
	const said = useRef<HTMLDivElement>(null);
	const hasSaid = notice !== null || problems.length > 0;
	// biome-ignore lint/correctness/useExhaustiveDependencies: every answer is shown, also one that says the same again.
	useEffect(() => {
		if (hasSaid) said.current?.scrollIntoView({ block: 'center' });
	}, [draft]);
	return (
		<Form method="post" className="policy-form" key={`${since}|${shown.preset}`} noValidate>
			<input type="hidden" name="since" value={since} />
			<input type="hidden" name="preset" value={shown.preset ?? ''} />
			<div ref={said}>
				{notice === null ? null : <Alert type="warning" showIcon title={notice} role="alert" />}
				{problems.length === 0 ? null : (
					<Alert type="error" showIcon title={`有${problems.length}处需要更正，见各项之下的说明。`} role="alert" />
				)}
				<Wrong problems={problems} name="changes" />
			</div>
			<Panel title="施行与依据">
				<Papers draft={draft} />
			</Panel>
			<Panel
				title="各项口径"
				note={`已按${longDay(base.effective)}起施行的版本填好，只改需要改的；没有改动的照旧。改动只对施行日期起起算的计时有效。`}
			>
				{policyFields.map(field => (
					<PolicyControl key={field} field={field} base={base} shown={shown} problems={problems} />
				))}
			</Panel>
			<div className="form-ways">
				<Button type="primary" htmlType="submit" name="intent" value="preview" disabled={busy}>
					{busy ? '正在推算…' : '预告影响'}
				</Button>
				<span className="note">只作推算，不登记。</span>
			</div>
		</Form>
	);
}

function Papers({ draft: { shown, problems } }: { draft: Draft }) {
	return (
		<div className="papers">
			<Labelled name="effective" label="施行日期" problems={problems}>
				<input type="date" id="effective" name="effective" className="native" defaultValue={shown.effective} required />
			</Labelled>
			<Labelled name="document" label="文号" problems={problems}>
				<input
					id="document"
					name="document"
					className="native"
					defaultValue={shown.document}
					placeholder="如：杭数发〔2026〕12号"
					maxLength={100}
					required
				/>
			</Labelled>
			<Labelled name="ground" label="理由（写入报告）" problems={problems}>
				<textarea id="ground" name="ground" rows={2} defaultValue={shown.ground} maxLength={500} required />
			</Labelled>
		</div>
	);
}
