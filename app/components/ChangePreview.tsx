import { useEffect, useRef } from 'react';
import type { ChangePreview as Preview } from '#app/organisations/answer.server.ts';
import { fieldsOf, type Given } from '#app/organisations/given.ts';
import { longDay } from '#app/words/format.ts';
import { ChangeEffects } from './ChangeEffects.tsx';
import { ConfirmForm, PreviewPages } from './ConfirmForm.tsx';
import { Panel } from './Page.tsx';

type Props = { given: Given; preview: Preview };
const nowhere = { given: {} };
const RETROACTIVE =
	'确认追溯：本项登记影响今日以前的数字，此后再查询的数字可能与已经公布、报告的不同；已冻结的报告和按当时所知的查询不变。';

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
				pages={<PreviewPages carried={<Carried given={given} />} at={preview.effects} unit="件" />}
			/>
			<ConfirmForm
				carried={<Carried given={given} />}
				preview={preview}
				retroactive={preview.retroactive ? RETROACTIVE : null}
				note="登记后即记入账本；登记不能删除，有误的可以更正或者撤回，均留有记录。"
			/>
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
