import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { ChangePreview as Preview } from '#app/organisations/answer.server.ts';
import { fieldsOf, type Given } from '#app/organisations/given.ts';
import { count, longDay } from '#app/words/format.ts';
import { ChangeEffects } from './ChangeEffects.tsx';
import { Panel } from './Page.tsx';

type Props = { given: Given; preview: Preview };
const nowhere = { given: {} };

/** What a change would say and what it would move; then the confirmation. */
export function ChangePreview({ given, preview }: Props) {
	const top = useRef<HTMLElement>(null);
	useEffect(() => void top.current?.scrollIntoView(), []);
	return (
		<section aria-label="影响预览" className="policy-preview" ref={top}>
			<Panel title="拟登记" note="尚未登记，不影响任何统计。">
				<dl className="slip-facts">
					<div>
						<dt>内容</dt>
						<dd>{preview.sentence}</dd>
					</div>
					{given.kind === 'retract' ? null : (
						<div>
							<dt>生效</dt>
							<dd>{given.kind === 'recognise' ? '自始有效' : `${longDay(preview.day)}起`}</dd>
						</div>
					)}
					<div>
						<dt>文号</dt>
						<dd>{given.document}</dd>
					</div>
					{given.target === '' ? null : (
						<div>
							<dt>{given.kind === 'retract' ? '撤回理由' : '更正理由'}</dt>
							<dd>{given.reason}</dd>
						</div>
					)}
				</dl>
				{preview.doubts.map(doubt => (
					<p key={doubt} className="change-doubt">
						<span aria-hidden="true">▲</span> {doubt}
					</p>
				))}
			</Panel>
			<ChangeEffects
				data={nowhere}
				effects={preview.effects}
				note="按现有数据推算，登记时以当时的数据为准。"
				pages={<Pages given={given} preview={preview} />}
			/>
			<Confirm given={given} preview={preview} />
		</section>
	);
}

/** Every field of the form, unchanged. */
function Carried({ given }: { given: Given }) {
	return fieldsOf(given).map(([name, value], n) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: fields repeat their names.
		<input key={n} type="hidden" name={name} value={value} />
	));
}

function Pages({ given, preview: { effects } }: Props) {
	const last = Math.max(1, Math.ceil(effects.total / effects.size));
	const busy = useNavigation().state !== 'idle';
	const ways = [
		{ to: effects.page - 1, name: '上一页', on: effects.page > 1 },
		{ to: effects.page + 1, name: '下一页', on: effects.page < last },
	];
	return (
		<Form method="post" className="pager" preventScrollReset>
			<Carried given={given} />
			<input type="hidden" name="intent" value="preview" />
			<span>
				共{count(effects.total)}件，第{count(effects.page)}/{count(last)}页
			</span>
			{last === 1
				? null
				: ways.map(({ to, name, on }) => (
						<button key={name} type="submit" name="page" value={to} className="plain" disabled={!on || busy}>
							{name}
						</button>
					))}
		</Form>
	);
}

function Confirm({ given, preview }: Props) {
	const busy = useNavigation().state !== 'idle';
	const said = useRef<HTMLDivElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: every answer is shown, also one that says the same again.
	useEffect(() => void said.current?.scrollIntoView({ block: 'center' }), [preview]);
	return (
		<Form method="post" className="form-ways">
			{preview.message === null ? null : (
				<div ref={said}>
					<Alert type="error" showIcon title={preview.message} role="alert" />
				</div>
			)}
			<Carried given={given} />
			<input type="hidden" name="since" value={preview.since} />
			<input type="hidden" name="digest" value={preview.digest} />
			{preview.retroactive ? (
				<label className="retroactive">
					<input type="checkbox" name="retroactive" value="yes" />
					<span>
						确认追溯：本项登记影响今日以前的数字，此后再查询的数字可能与已经公布、报告的不同；已冻结的报告和按当时所知的查询不变。
					</span>
				</label>
			) : null}
			<span className="ways-line">
				<Button type="primary" htmlType="submit" name="intent" value="confirm" disabled={busy}>
					{busy ? '正在登记…' : '确认登记'}
				</Button>
				<Button htmlType="submit" name="intent" value="edit" disabled={busy}>
					返回修改
				</Button>
				<span className="note">登记后即记入账本；登记不能删除，有误的可以更正或者撤回，均留有记录。</span>
			</span>
		</Form>
	);
}
