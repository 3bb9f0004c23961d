import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { ChangeAnswer } from '#app/organisations/answer.server.ts';
import { type Given, lines } from '#app/organisations/given.ts';
import { changeKinds } from '#app/words/changes.ts';
import { AttributeFields, BodyFields, HeirField, type Known, LeavingFields, SplitHeir } from './ChangeFields.tsx';
import { Labelled } from './Labelled.tsx';
import { Panel } from './Page.tsx';
import { Wrong } from './Wrong.tsx';

type Props = { answer: Pick<ChangeAnswer, 'given' | 'problems'>; known: Known; sentence: string | null };

/** The form of one kind of change: who changes into whom, from which day, on what document. */
export function ChangeForm({ answer: { given, problems }, known, sentence }: Props) {
	const busy = useNavigation().state !== 'idle';
	const said = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (problems.length > 0) said.current?.scrollIntoView({ block: 'center' });
	}, [problems]);
	return (
		<Form method="post" className="policy-form" key={JSON.stringify(given)} noValidate>
			<input type="hidden" name="kind" value={given.kind} />
			<input type="hidden" name="target" value={given.target} />
			<div ref={said}>
				{problems.length === 0 ? null : (
					<Alert type="error" showIcon title={`有${problems.length}处需要更正，见各项之下的说明。`} role="alert" />
				)}
			</div>
			<Panel title={changeKinds[given.kind].name} note={sentence ?? changeKinds[given.kind].meaning}>
				<div className="change-fields">
					<Bodies given={given} problems={problems} known={known} />
				</div>
			</Panel>
			<Panel title="生效与依据">
				<Papers given={given} problems={problems} />
			</Panel>
			<div className="form-ways">
				<Button type="primary" htmlType="submit" name="intent" value="preview" disabled={busy}>
					{busy ? '正在推算…' : '预览影响'}
				</Button>
				<span className="note">只作推算，不登记。</span>
			</div>
		</Form>
	);
}

type BodiesProps = { given: Given; problems: ChangeAnswer['problems']; known: Known };

function Bodies(props: BodiesProps) {
	const { given, problems } = props;
	const { from, to } = lines[given.kind];
	return (
		<>
			{from === 'none' ? null : <LeavingFields {...props} />}
			{from === 'many' ? <OneMore /> : null}
			<Wrong problems={problems} name="from" />
			{to === 'none' ? null : <BodyFields {...props} />}
			{to === 'many' ? <OneMore /> : null}
			<Wrong problems={problems} name="to" />
			{given.kind === 'split' ? <SplitHeir {...props} /> : null}
			{given.kind === 'abolish' ? <HeirField {...props} /> : null}
			{['establish', 'merge', 'move'].includes(given.kind) ? <AttributeFields {...props} /> : null}
		</>
	);
}

function OneMore() {
	const busy = useNavigation().state !== 'idle';
	return (
		<Button htmlType="submit" name="intent" value="more" disabled={busy}>
			再加一行
		</Button>
	);
}

function Papers({ given, problems }: Omit<BodiesProps, 'known'>) {
	return (
		<div className="papers">
			{given.kind === 'retract' ? null : (
				<Labelled
					name="effective"
					label="生效日期"
					problems={problems}
					note={given.kind === 'recognise' ? '认定自始有效；此处填认定的日期' : '该日起由变更后的机构承担'}
				>
					<input
						type="date"
						id="effective"
						name="effective"
						className="native"
						defaultValue={given.effective}
						required
					/>
				</Labelled>
			)}
			<Labelled name="document" label="文号" problems={problems}>
				<input
					id="document"
					name="document"
					className="native"
					defaultValue={given.document}
					placeholder="如：杭编〔2026〕12号"
					maxLength={100}
					required
				/>
			</Labelled>
			{given.target === '' ? null : (
				<Labelled name="reason" label="更正或者撤回的理由" problems={problems}>
					<textarea id="reason" name="reason" rows={2} defaultValue={given.reason} maxLength={500} required />
				</Labelled>
			)}
		</div>
	);
}
