import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import type { SchemesData } from '#app/loaders/schemes.server.ts';
import type { AdoptAnswer } from '#app/schemes/adopt.server.ts';
import { trialFields } from '#app/schemes/draft.ts';

/** Puts the weights that were tried into force, by a document, from a day on. */
export function SchemeAdopt({ data, answer }: { data: SchemesData; answer: AdoptAnswer | undefined }) {
	const busy = useNavigation().state !== 'idle';
	return (
		<Form method="post" className="policy-form">
			<input type="hidden" name="since" value={data.latest.seq} />
			{trialFields(data.trial.scheme).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{answer === undefined ? null : (
				<Alert type="error" showIcon role="alert" title="未登记" description={answer.problems.join('；')} />
			)}
			<div className="papers">
				<label className="field">
					<span className="field-name">施行日期</span>
					<input type="date" name="effective" className="native" required />
				</label>
				<label className="field">
					<span className="field-name">文号</span>
					<input name="document" className="native" maxLength={100} placeholder="如：数发〔2027〕1号" required />
				</label>
				<label className="field">
					<span className="field-name">方案名称</span>
					<input name="title" className="native" maxLength={100} defaultValue={data.latest.scheme.title} required />
				</label>
				<label className="field">
					<span>
						<input type="checkbox" name="retroactive" value="yes" /> 确认追溯施行
					</span>
				</label>
			</div>
			<div className="form-ways">
				<Button type="primary" htmlType="submit" disabled={busy}>
					确认登记
				</Button>
				<span className="note">登记后，自施行日期起开始的期间按新方案计分；此前的期间仍按其首日施行的方案。</span>
			</div>
		</Form>
	);
}
