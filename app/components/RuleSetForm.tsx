import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { qualityDimensionNames, qualityDimensions } from '#analytics/law/rule-sets.ts';
import type { RuleSetsData } from '#app/loaders/rulesets.server.ts';
import type { RuleSetAnswer } from '#app/rulesets/adopt.server.ts';
import { RuleSetMoves } from './RuleSetMoves.tsx';

type Props = { data: RuleSetsData; answer: RuleSetAnswer | undefined };

/** A new version: its papers, weights and rules, then what it moves, then the registration. Nothing given is lost on a refusal. */
export function RuleSetForm({ data, answer }: Props) {
	const busy = useNavigation().state !== 'idle';
	const given = answer?.given ?? data.draft;
	const preview = answer?.preview ?? null;
	const paper = (name: 'code' | 'version' | 'name' | 'document', label: string, placeholder?: string) => (
		<label className="field">
			<span className="field-name">{label}</span>
			<input name={name} className="native" maxLength={100} defaultValue={given[name]} placeholder={placeholder} />
		</label>
	);
	return (
		<Form method="post" className="policy-form" key={JSON.stringify(data.draft)}>
			<input type="hidden" name="digest" value={preview?.digest ?? ''} />
			{answer === undefined || answer.problems.length === 0 ? null : (
				<Alert
					type="error"
					showIcon
					role="alert"
					title="未登记"
					description={
						<ul>
							{answer.problems.map(problem => (
								<li key={problem}>{problem}</li>
							))}
						</ul>
					}
				/>
			)}
			<div className="papers">
				{paper('code', '规则集代码', '如：DB11/T 2317-2024')}
				{paper('version', '版本', '如：1')}
				{paper('name', '规则集名称')}
				{paper('document', '文号', '如：数发〔2027〕1号')}
				<label className="field">
					<span className="field-name">施行日期</span>
					<input type="date" name="effective" className="native" defaultValue={given.effective} />
				</label>
			</div>
			<div className="papers">
				{qualityDimensions.map(dimension => (
					<label key={dimension} className="field">
						<span className="field-name">{qualityDimensionNames[dimension]}权重</span>
						<input
							name={`weight.${dimension}`}
							className="native"
							inputMode="decimal"
							defaultValue={given.weights[dimension]}
						/>
					</label>
				))}
			</div>
			<label className="rule-lines">
				<span className="field-name">
					规则：每行一条，依次写代码、名称、维度、方向、权重，用逗号隔开，可从电子表格粘贴
				</span>
				<textarea name="rules" rows={12} defaultValue={given.rules} spellCheck={false} />
			</label>
			{preview === null ? null : <RuleSetMoves data={data} preview={preview} />}
			<div className="form-ways">
				<Button htmlType="submit" name="intent" value="preview" disabled={busy}>
					预览
				</Button>
				{preview === null ? null : (
					<>
						<label className="field">
							<span>
								<input type="checkbox" name="retroactive" value="yes" /> 确认追溯施行
							</span>
						</label>
						<Button type="primary" htmlType="submit" name="intent" value="adopt" disabled={busy}>
							确认登记
						</Button>
					</>
				)}
				<span className="note">
					登记后，写明该规则集和版本的评估按其计分；没有写版本的，以评估当日已施行的最近版本为准。
				</span>
			</div>
		</Form>
	);
}
