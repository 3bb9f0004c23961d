import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PairData } from '#app/loaders/pair.server.ts';
import type { LinkForm as Given } from '#app/office/link.ts';

type Props = { data: PairData; refusal: { message: string; given: Given } | null };

/** The decision on two numbers (one application or not, whose times count), or on the platform of record of one. */
export function LinkForm({ data, refusal }: Props) {
	const busy = useNavigation().state !== 'idle';
	const [one, other = one] = data.sides.map(side => side.case_id);
	// What was seen when the form was opened, or after a refusal, not what the bell has brought since.
	const latest = data.decisions[0]?.seq ?? 0;
	const [seen, setSeen] = useState({ refusal, latest });
	if (!busy && seen.refusal !== refusal) setSeen({ refusal, latest });
	const since = seen.latest;
	const alone = data.sides.length === 1;
	return (
		<Form method="post" className="link-form">
			{refusal ? <Alert type="error" showIcon title={refusal.message} role="alert" /> : null}
			<input type="hidden" name="one" value={one} />
			<input type="hidden" name="other" value={other} />
			<input type="hidden" name="since" value={since} />
			{alone ? null : <Same given={refusal?.given.same ?? ''} />}
			<label className="field">
				<span className="field-name">{alone ? '基准平台' : '并案的，基准平台'}</span>
				<select name="record" className="native" defaultValue={refusal?.given.record ?? ''}>
					<option value="">{alone ? '请选择' : '申请提交在先的平台'}</option>
					{data.platforms.map(({ source, name }) => (
						<option key={source} value={source}>
							{name}
							{source === data.record ? '（现为基准平台）' : ''}
						</option>
					))}
				</select>
			</label>
			<label className="field wide">
				<span className="field-name">理由</span>
				<textarea
					name="reason"
					className="native"
					rows={2}
					required
					maxLength={500}
					defaultValue={refusal?.given.reason}
					placeholder="例如：申请函文号相同，经与两平台核对"
				/>
			</label>
			<Button type="primary" htmlType="submit" disabled={busy}>
				登记认定
			</Button>
		</Form>
	);
}

function Same({ given }: { given: string }) {
	return (
		<fieldset className="field choices">
			<legend className="field-name">两个编号</legend>
			<label>
				<input type="radio" name="same" value="yes" required defaultChecked={given === 'yes'} /> 并案：是同一申请
			</label>
			<label>
				<input type="radio" name="same" value="no" required defaultChecked={given === 'no'} /> 不是同一申请
			</label>
		</fieldset>
	);
}
