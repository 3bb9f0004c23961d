import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { VerdictFormData } from '#app/loaders/verdicts.server.ts';
import type { Problem } from '#app/policies/fields.ts';
import { type GivenVerdict, toVerdictFact, type verdictFields } from '#app/verdicts/given.ts';
import { orderWords, verdictKinds } from '#app/words/verdicts.ts';
import { Labelled } from './Labelled.tsx';
import { Nothing, Panel } from './Page.tsx';

type Props = { data: VerdictFormData; given: GivenVerdict; problems: readonly Problem[] };
type Fields = Omit<Props, 'data'> & { data: Pick<VerdictFormData, 'bodies' | 'orders'> };

/** The form of a model case, of a refused order, or of taking one back. Nothing given is lost where it is refused. */
export function VerdictForm({ data, given, problems }: Props) {
	const busy = useNavigation().state !== 'idle';
	const fact = toVerdictFact(given.fact) ?? 'model_case';
	if (fact === 'order_refused' && given.way === '' && data.orders.length === 0) {
		return <Nothing>目前没有已登记的责令改正。拒不改正须有责令改正在先、期限已满，才能认定。</Nothing>;
	}
	return (
		<Form method="post" className="policy-form" key={JSON.stringify(given)} noValidate>
			{(['fact', 'way', 'target'] as const).map(name => (
				<input key={name} type="hidden" name={name} value={given[name]} />
			))}
			{problems.length === 0 ? null : (
				<Alert type="error" showIcon title={`有${problems.length}处需要更正，见各项之下的说明。`} role="alert" />
			)}
			<Panel title={titleOf(given)} note={verdictKinds[fact].meaning}>
				<div className="change-fields">
					{given.way === 'retracts' ? null : fact === 'model_case' ? (
						<ModelFields data={data} given={given} problems={problems} />
					) : (
						<RefusalFields data={data} given={given} problems={problems} />
					)}
					{given.way === '' ? null : (
						<Text
							name="why"
							label={given.way === 'retracts' ? '撤回的理由' : '更正的理由'}
							{...{ given, problems }}
							long
						/>
					)}
				</div>
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

function titleOf({ way, fact }: GivenVerdict): string {
	const { name, act } = verdictKinds[toVerdictFact(fact) ?? 'model_case'];
	if (way === 'retracts') return `撤回${name}的登记`;
	return way === 'corrects' ? `更正${name}的登记` : act;
}

function ModelFields({ data, given, problems }: Fields) {
	return (
		<>
			<Pick name="department" label="部门" {...{ given, problems }}>
				{data.bodies.map(({ code, name }) => (
					<option key={code} value={code}>
						{name}
					</option>
				))}
			</Pick>
			<Text name="title" label="案例名称" {...{ given, problems }} placeholder="如：出生“一件事”" />
			<Text name="recognised_by" label="推广该案例的上级机关" {...{ given, problems }} placeholder="如：国家数据局" />
			<Text name="document" label="文号" {...{ given, problems }} placeholder="如：国数〔2026〕3号" />
			<Labelled name="issued" label="印发日期" problems={problems} note="得分按登记之日归期，不按印发日期。">
				<input type="date" id="issued" name="issued" className="native" defaultValue={given.issued} />
			</Labelled>
		</>
	);
}

function RefusalFields({ data, given, problems }: Fields) {
	return (
		<>
			<Pick name="order" label="所依据的责令改正" {...{ given, problems }}>
				{data.orders.map(order => (
					<option key={order.event_id} value={order.event_id} disabled={!order.over}>
						{order.department_name}：{orderWords(order)}
						{order.over ? (order.passed ? '，已核查通过' : '') : '，期限未满'}
					</option>
				))}
			</Pick>
			<Labelled name="refused" label="认定" problems={problems}>
				<select id="refused" name="refused" className="native" defaultValue={given.refused}>
					<option value="">请选择</option>
					<option value="yes">构成拒不改正</option>
					<option value="no">不构成拒不改正</option>
				</select>
			</Labelled>
			<Text name="reason" label="理由" {...{ given, problems }} long />
			<Text name="document" label="认定文号" {...{ given, problems }} placeholder="如：数认〔2026〕2号" />
		</>
	);
}

type TextProps = Omit<Fields, 'data'> & {
	name: (typeof verdictFields)[number];
	label: string;
	placeholder?: string;
	long?: boolean;
};

function Text({ name, label, given, problems, placeholder, long = false }: TextProps) {
	const same = { id: name, name, defaultValue: given[name], maxLength: 500, placeholder };
	return (
		<Labelled name={name} label={label} problems={problems}>
			{long ? <textarea rows={3} {...same} /> : <input className="native" {...same} />}
		</Labelled>
	);
}

type PickProps = Omit<Fields, 'data'> & { name: 'department' | 'order'; label: string; children: ReactNode };

function Pick({ name, label, given, problems, children }: PickProps) {
	return (
		<Labelled name={name} label={label} problems={problems}>
			<select id={name} name={name} className="native" defaultValue={given[name]}>
				<option value="">请选择</option>
				{children}
			</select>
		</Labelled>
	);
}
