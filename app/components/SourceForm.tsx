import { Form, Link, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { isPulled } from '#analytics/ledger/sources.ts';
import type { SourceAnswer } from '#app/sources/answer.server.ts';
import { identity } from '#app/sources/given.ts';
import { askedOf, type Entry, type Kind, kindNames, kinds } from '#app/sources/kinds.ts';
import { Labelled } from './Labelled.tsx';
import { Panel } from './Page.tsx';
import type { Option } from './periods.ts';
import { TriedRows } from './TriedRows.tsx';

type Props = { answer: SourceAnswer; choices: Option[]; kept: boolean };

/** The form of a source: what it is called, how it is connected, how its rows are translated; and what a trial brought. */
export function SourceForm({ answer, choices, kept }: Props) {
	const { given, problems, message, tried } = answer;
	const said = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (answer.message || answer.tried || answer.problems.length > 0) said.current?.scrollIntoView({ block: 'start' });
	}, [answer]);
	return (
		<>
			{kept ? null : <Kinds chosen={given.kind} mapping={given.values.mapping ?? ''} />}
			<Form method="post" className="policy-form source-form" key={given.kind} noValidate>
				<input type="hidden" name="kind" value={given.kind} />
				<Panel title="名称与代码">
					<Entries entries={identity} kept={kept} {...answer} />
				</Panel>
				<KindEntries kept={kept} {...answer} />
				<Panel title="转换规则" note={<MappingNote />}>
					<Labelled name="mapping" label="怎样读懂它的数据" problems={problems}>
						<select id="mapping" name="mapping" className="native" defaultValue={given.values.mapping ?? ''}>
							{choices.map(choice => (
								<option key={choice.value} value={choice.value}>
									{choice.name}
								</option>
							))}
						</select>
					</Labelled>
				</Panel>
				{kept && isPulled(given) ? <Again /> : null}
				<div className="form-ways" ref={said}>
					<Said message={message} problems={problems} />
					<SubmitWays kind={given.kind} kept={kept} />
				</div>
			</Form>
			{tried ? (
				<Panel title="试取结果">
					<TriedRows tried={tried} />
				</Panel>
			) : null}
		</>
	);
}

function Said({ message, problems }: Pick<SourceAnswer, 'message' | 'problems'>) {
	if (message) return <Alert type="error" showIcon title={message} role="alert" />;
	if (problems.length === 0) return null;
	return <Alert type="error" showIcon title={`有${problems.length}处需要更正，见各项之下的说明。`} role="alert" />;
}

function SubmitWays({ kind, kept }: { kind: Kind; kept: boolean }) {
	const busy = useNavigation().state !== 'idle';
	return (
		<span className="ways-line">
			{isPulled({ kind }) ? (
				<Button htmlType="submit" name="intent" value="try" disabled={busy}>
					{busy ? '正在试取…' : '测试连接并试取'}
				</Button>
			) : null}
			<Button type="primary" htmlType="submit" name="intent" value="save" disabled={busy}>
				{kept ? '保存修改' : '登记'}
			</Button>
			{isPulled({ kind }) ? <span className="note">试取只读一页、只作显示，不写入任何数据。</span> : null}
		</span>
	);
}

function MappingNote() {
	return (
		<>
			平台的表格或者字段与本系统约定不同的，先在<Link to="/mappings">转换规则</Link>中做好再来选择。
		</>
	);
}

function Kinds({ chosen, mapping }: { chosen: string; mapping: string }) {
	return (
		<nav className="kinds" aria-label="接入方式">
			{kindNames.map(kind => (
				<Link
					key={kind}
					to={`/sources/new?kind=${kind}${mapping ? `&mapping=${mapping}` : ''}`}
					aria-current={kind === chosen ? 'page' : undefined}
				>
					{kinds[kind].name}
				</Link>
			))}
		</nav>
	);
}

type EntriesProps = Pick<SourceAnswer, 'given' | 'problems'> & {
	entries: readonly Entry[];
	kept: boolean;
	onChoose?: (name: string, value: string) => void;
};

function Entries({ entries, given, problems, kept, onChoose }: EntriesProps) {
	return (
		<div className="change-fields">
			{entries.map(entry => (
				<Labelled key={entry.name} name={entry.name} label={entry.label} problems={problems} note={entry.note}>
					<Control entry={entry} value={given.values[entry.name] ?? ''} kept={kept} onChoose={onChoose} />
				</Labelled>
			))}
		</div>
	);
}

/** What its way of connecting asks; what depends on a choice follows it. */
function KindEntries({ given, problems, kept }: Omit<EntriesProps, 'entries'>) {
	const [chosen, choose] = useState(given.values);
	const { name, meaning } = kinds[given.kind];
	const asked = askedOf(given.kind, chosen);
	const seldom = asked.filter(entry => entry.seldom);
	const isTold = seldom.some(entry => given.values[entry.name] || problems.some(each => each.name === entry.name));
	const rest = {
		given,
		problems,
		kept,
		onChoose: (entry: string, value: string) => choose({ ...chosen, [entry]: value }),
	};
	return (
		<Panel title={name} note={meaning}>
			<Entries entries={asked.filter(entry => !entry.seldom)} {...rest} />
			{seldom.length === 0 ? null : (
				<details className="seldom" open={isTold}>
					<summary>其他参数（一般不需填写）</summary>
					<Entries entries={seldom} {...rest} />
				</details>
			)}
		</Panel>
	);
}

type ControlProps = Pick<EntriesProps, 'kept' | 'onChoose'> & { entry: Entry; value: string };

function Control({ entry, value, kept, onChoose }: ControlProps) {
	const { name, control, options, placeholder, required } = entry;
	const common = { id: name, name, className: 'native', placeholder, required };
	if (control === 'choice') {
		return (
			<select
				id={name}
				name={name}
				className="native"
				defaultValue={value}
				onChange={event => onChoose?.(name, event.target.value)}
			>
				{options?.map(([option, words]) => (
					<option key={option} value={option}>
						{words}
					</option>
				))}
			</select>
		);
	}
	if (control === 'lines') return <textarea {...common} rows={4} defaultValue={value} />;
	if (control === 'secret') {
		const said = kept ? '已保存的不显示；不改则留空' : placeholder;
		return <input {...common} type="password" autoComplete="new-password" placeholder={said} />;
	}
	if (kept && name === 'code') return <input {...common} value={value} readOnly />;
	return <input {...common} defaultValue={value} inputMode={control === 'number' ? 'numeric' : undefined} />;
}

function Again() {
	return (
		<Panel title="已采集的数据">
			<label className="retroactive">
				<input type="checkbox" name="again" value="yes" />
				<span>从头重新采集：已入账的不重复入账；与已入账内容不同的列入拒收，由人核对。</span>
			</label>
		</Panel>
	);
}
