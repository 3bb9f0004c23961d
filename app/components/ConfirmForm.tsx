import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { count } from '#app/words/format.ts';

type Props = {
	/** Every field of the draft, unchanged. */
	carried: ReactNode;
	/** What is confirmed, and on top of what. `message`: why the last confirmation was not accepted. */
	preview: { since: number; digest: string; message: string | null };
	/** What is confirmed besides where days past are touched; null where none are. */
	retroactive: string | null;
	/** What follows from it. */
	note: string;
};

/** The confirmation of exactly what is shown, or the way back to the form. */
export function ConfirmForm({ carried, preview, retroactive, note }: Props) {
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
			{carried}
			<input type="hidden" name="since" value={preview.since} />
			<input type="hidden" name="digest" value={preview.digest} />
			{retroactive === null ? null : (
				<label className="retroactive">
					<input type="checkbox" name="retroactive" value="yes" />
					<span>{retroactive}</span>
				</label>
			)}
			<span className="ways-line">
				<Button type="primary" htmlType="submit" name="intent" value="confirm" disabled={busy}>
					{busy ? '正在登记…' : '确认登记'}
				</Button>
				<Button htmlType="submit" name="intent" value="edit" disabled={busy}>
					返回修改
				</Button>
				<span className="note">{note}</span>
			</span>
		</Form>
	);
}

type PagesProps = { carried: ReactNode; at: { total: number; size: number; page: number }; unit: string };

/** Ways through the pages of a list in a preview: the draft is sent again. */
export function PreviewPages({ carried, at, unit }: PagesProps) {
	const last = Math.max(1, Math.ceil(at.total / at.size));
	const busy = useNavigation().state !== 'idle';
	const ways = [
		{ to: at.page - 1, name: '上一页', on: at.page > 1 },
		{ to: at.page + 1, name: '下一页', on: at.page < last },
	];
	return (
		<Form method="post" className="pager" preventScrollReset>
			{carried}
			<input type="hidden" name="intent" value="preview" />
			<span>
				共{count(at.total)}
				{unit}，第{count(at.page)}/{count(last)}页
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
